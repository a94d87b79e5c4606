"""Help with the wording of recommendations: one that is typed in, and those of a paper that is written here."""
