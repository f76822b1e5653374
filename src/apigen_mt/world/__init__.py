"""Executable worlds: tables, tools, policies, domains. Knows nothing of language models."""
