"""Evaluation: how often an agent does what a task asks, with what certainty, and whether the tasks were held out."""
