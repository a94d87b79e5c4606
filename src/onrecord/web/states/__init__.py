"""Recommending States: what each recommended, to whom, and how it was answered."""
