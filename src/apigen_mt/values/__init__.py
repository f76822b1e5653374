"""Frozen values that everything else passes around. No disk, no network, no language model."""
