"""The register of laws: which laws a State has, what became of them, and what papers say of each article."""
