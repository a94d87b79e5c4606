"""Makes a comparison of members, with an id made of content."""

import hashlib
from collections.abc import Sequence

from onrecord.model import Comparison, Member


def comparison(kind: str, verdict: str, members: Sequence[Member], reason: str) -> Comparison:
    """A comparison; the same members give the same id, in whatever order they come."""
    sides = sorted(
        f"{m.sha256}:{m.claim}:{m.place.start if m.place else ''}:{m.place.end if m.place else ''}" for m in members
    )
    key = hashlib.sha256("\n".join([kind, verdict, *sides]).encode()).hexdigest()[:16]
    return Comparison(f"{kind}-{key}", kind, verdict, tuple(members), reason)
