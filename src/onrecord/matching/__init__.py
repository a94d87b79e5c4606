"""What belongs together: links between findings, each with a score and reasons."""
