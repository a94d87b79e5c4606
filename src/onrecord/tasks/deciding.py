"""What a person may decide."""

from onrecord.errors import RunError


class NotAllowed(RunError):
    """A judgement that says nothing that can be recorded."""
