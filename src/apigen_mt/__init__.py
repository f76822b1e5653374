"""Verified multi-turn tool-use data: an open, complete implementation of APIGen-MT, and beyond."""
