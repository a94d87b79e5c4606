"""Coming in by the one-time link."""
