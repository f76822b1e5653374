"""The multi-turn categories of BFCL, by the classes and data files of the installed package `bfcl-eval`."""
