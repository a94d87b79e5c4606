"""Reads what NGOs, committees and UN offices say: one file per kind of finding."""
