"""Adding papers: drop or choose, live progress, stop."""
