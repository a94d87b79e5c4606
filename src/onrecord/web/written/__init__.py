"""Papers that are written here: list, editor with preview and what to look at, versions, export."""
