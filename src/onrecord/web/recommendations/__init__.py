"""Recommendations: the list with its facets and exports, and one with the history of its answer."""
