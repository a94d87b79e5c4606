"""Subjects: saved definitions of what belongs together, and what a change of one brings in and takes out."""
