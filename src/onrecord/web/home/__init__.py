"""The first page: what is on record."""
