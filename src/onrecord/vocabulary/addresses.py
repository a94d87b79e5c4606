"""What makes two web addresses one source."""

import re

_SCHEME = re.compile(r"^(?:[a-z]+://)?(?:www\.)?", re.IGNORECASE)
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|ref)=[^&#]*", re.IGNORECASE)


def address_key(url: str) -> str:
    """The address without scheme, "www.", tracking, fragment and last stroke, host in small letters; "" for none."""
    bare = _TRACKING.sub("", _SCHEME.sub("", url.strip().strip("<>"))).split("#", 1)[0].rstrip("/.,;")
    host, slash, path = bare.partition("/")
    return host.casefold() + slash + path
