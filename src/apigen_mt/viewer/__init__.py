"""A run in the browser: a server over its journal, and the overview as one file."""
