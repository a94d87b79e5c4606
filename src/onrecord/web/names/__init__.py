"""Persons, laws and organisations that papers name; a person says which names are the same."""
