"""The queue: what the machine is unsure of, one after another."""
