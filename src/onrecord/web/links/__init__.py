"""What was taken up, what was recommended again, what asks the same, and which States spoke of a subject."""
