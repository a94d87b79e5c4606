"""Papers of committees and of OHCHR: summaries, compilations, Views, concluding observations, lists of issues."""
