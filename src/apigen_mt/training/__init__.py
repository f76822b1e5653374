"""From verified data to a model: tokens and masks, recipes, training."""
