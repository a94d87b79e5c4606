"""Correcting, judging, undoing."""
