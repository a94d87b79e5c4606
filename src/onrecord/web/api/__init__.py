"""The same lists as JSON."""
