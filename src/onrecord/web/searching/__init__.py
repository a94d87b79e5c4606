"""Search over all text and findings."""
