"""Comparison with gold: readers of annotated sets, measures, and what they say of an analyser."""
