"""From a document to what it says: one file per kind of document or finding, and one table that names them."""

from onrecord.extraction.by_kind import extract

__all__ = ["extract"]
