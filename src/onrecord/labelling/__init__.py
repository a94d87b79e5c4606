"""What a recommendation is about: suggested labels with scores. Empty so far."""
