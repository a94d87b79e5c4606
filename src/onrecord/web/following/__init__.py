"""What became of recommendations: voices side by side, the form, and the progress of a State."""
