"""Tests of reading; files are made here by code."""
