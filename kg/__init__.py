"""Builds cited knowledge graphs from news articles."""
