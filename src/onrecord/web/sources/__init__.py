"""Sources on which papers rest: "four papers, one source"."""
