"""Imported rows of a coded database: import, explore, and what ties to the reports on record."""
