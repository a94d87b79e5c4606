"""Words of following up for templates."""

from django import template

from onrecord.tasks import Assessment
from onrecord.web.following import words

register = template.Library()


@register.filter
def level(one: Assessment) -> str:
    """The word for the level of an assessment."""
    return words.level(one.scale, one.level)


@register.filter
def assessor(kind: str) -> str:
    """What a kind of assessor is called."""
    return str(next((word for key, word in words.ASSESSORS.items() if key.value == kind), kind))


@register.filter
def says(key: str) -> str:
    """What a State says of a recommendation."""
    return str(words.SAYS.get(str(key), key))


@register.filter
def mark(key: str) -> str:
    """What a mark of the time line is."""
    return str(words.MARKS.get(key, key))
