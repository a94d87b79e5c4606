"""What papers ask, of whom; their own calls and those they only report."""
