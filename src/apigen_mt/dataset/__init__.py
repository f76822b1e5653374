"""Datasets on disk: rows, writing, reading, exports, and the re-verification of any of them."""
