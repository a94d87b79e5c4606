"""The archive: one encrypted file or a PostgreSQL database behind the same rows."""
