"""The closed loop at a small scale: a tokenizer and a model from scratch, on two cores or a card, with nothing downloaded."""
