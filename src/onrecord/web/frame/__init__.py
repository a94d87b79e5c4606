"""What all pages share: frame, words, dates, tags, the error page."""
