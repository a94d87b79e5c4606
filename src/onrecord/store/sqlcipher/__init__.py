"""Django's SQLite backend on SQLCipher, so that an archive file can be encrypted."""
