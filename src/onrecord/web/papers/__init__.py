"""Papers: the list, one with its pages and findings, page pictures, originals."""
