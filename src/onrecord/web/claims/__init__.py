"""Claims: the ledger of what papers say, one claim with what it rests on, and the ledger as a file."""
