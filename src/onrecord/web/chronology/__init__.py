"""What happened when, as papers tell it."""
