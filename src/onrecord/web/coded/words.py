"""Words for what became of an imported row, and for the kinds of action its publisher knows."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OUTCOMES: dict[str, Promise] = {
    "tied": _("tied to an item"),
    "no_report": _("its report is not on record"),
    "no_state": _("no item names the State"),
    "no_text": _("no item of the State has such a text"),
    "several": _("several items are as near"),
}
# The publisher's own scale, from the least to the most that is asked for.
ACTIONS: dict[int, Promise] = {
    1: _("1: ask for help, share"),
    2: _("2: go on doing"),
    3: _("3: consider"),
    4: _("4: act in general"),
    5: _("5: act on one thing"),
}


def outcome(key: str) -> str:
    """What became of a row."""
    return str(OUTCOMES.get(key, key))
