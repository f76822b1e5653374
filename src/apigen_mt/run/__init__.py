"""Everything around a run: its settings, its journal, the processes that work on it, and how far it is."""
