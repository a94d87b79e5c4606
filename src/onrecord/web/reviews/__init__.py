"""Reviews: all of them, and one with its papers, counts and answers."""
