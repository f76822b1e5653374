"""Words: how dialogue acts are said, and how a person's style shapes them. Knows nothing of any domain."""
