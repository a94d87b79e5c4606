"""What a reader chooses: language, light or dark, the name that judgements carry."""
