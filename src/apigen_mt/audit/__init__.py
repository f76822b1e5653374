"""How good is the verifier? Plant errors in accepted conversations, and let agents loose that should not pass."""
