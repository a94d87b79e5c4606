"""Onrecord: what was said about a State's human rights, every line on record with its place."""

__version__ = "0.1.0"
