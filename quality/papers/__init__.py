"""Ten papers of our own, annotated: a test set for what is read out of papers by NGOs."""
