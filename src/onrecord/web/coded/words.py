"""Words for what became of an imported row, and for the kinds of action its publisher knows."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onrecord.web.frame import words

OUTCOMES: dict[str, Promise] = {
    "tied": _("tied to an item"),
    "no_report": _("its report is not on record"),
    "no_state": _("no item names the State"),
    "no_text": _("no item of the State has such a text"),
    "several": _("several items are as near"),
}
ACTIONS: dict[int, Promise] = {int(key): word for key, word in words.ACTIONS.items()}


def outcome(key: str) -> str:
    """What became of a row."""
    return str(OUTCOMES.get(key, key))
