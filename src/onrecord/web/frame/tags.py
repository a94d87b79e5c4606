"""Template tags and filters that every page knows."""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from onrecord.model import Kind, Place
from onrecord.tasks import DocumentRow, PageFinding, RecommendationRow, ReviewRow
from onrecord.web.frame import addresses, answers, dates, words
from onrecord.web.frame.when import stated

register = template.Library()
_SELECTED = mark_safe(" selected")
_STATIC = Path(__file__).parents[1] / "static"
_SIZES = {"arr": 10, "left": 12, "right": 12, "down": 12, "plus": 12, "minus": 12, "cross": 12, "lens": 16}


@register.simple_tag
def asset(name: str) -> str:
    """Address of a file of ours, with a sum of its content: it can be kept for ever."""
    return f"/static/{name}?v={_sum(name)}"


@cache
def _sum(name: str) -> str:
    return sha256(_STATIC.joinpath(*name.split("/")).read_bytes()).hexdigest()[:12]


@register.simple_tag
def sign(name: str, classes: str = "") -> SafeString:
    """One drawn sign; never read aloud, a word stands beside it."""
    size = _SIZES.get(name, 14)
    return format_html(
        '<svg class="sign {}" width="{}" height="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        classes,
        size,
        size,
        asset("signs.svg"),
        name,
    )


@register.simple_tag
def comma() -> str:
    """What stands between two parts of a list, as the reader's language writes it."""
    return pgettext("between parts of a list", ", ")


@register.simple_tag
def semicolon() -> str:
    """What stands between two parts of a sentence."""
    return pgettext("between parts of a sentence", "; ")


@register.simple_tag
def options(choices: Iterable[tuple[object, object]], chosen: object = "") -> SafeString:
    """Values and their words to choose from, in one piece: of 400, a loop of the template takes longer than the query
    for a page."""
    parts = (
        f'<option value="{escape(str(value))}"{" selected" if value == chosen else ""}>{escape(str(name))}</option>'
        for value, name in choices
    )
    return mark_safe("".join(parts))


@register.filter
def by_name(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes of States with their names, in the order of the names; for :func:`options`."""
    return sorted(((code, words.state(code)) for code in codes), key=lambda one: one[1])


@register.inclusion_tag("frame/answer.html")
def answer(row: RecommendationRow) -> dict[str, object]:
    """The answer to a recommendation: word and shape, twice if it changed."""
    return {"answer": answers.answer_of(row)}


@register.inclusion_tag("frame/position.html")
def position(key: str) -> dict[str, object]:
    """One answer by its key: "supported", "noted", "pending", "partly", "none"."""
    return {"sign": answers.Sign(str(key))}


@register.filter
def last_said(row: RecommendationRow) -> str:
    """The date of the last word, "" if it is not known."""
    return answers.answer_of(row).date


@register.filter
def edtf(value: str) -> str:
    """A date as precise as it is known."""
    return dates.edtf(value)


@register.filter
def when(review: ReviewRow) -> str:
    """The month of a review."""
    return stated(review)


@register.filter
def answer_word(key: str) -> str:
    """The word of an answer, without its shape."""
    return str(words.POSITIONS[str(key)])


@register.filter
def day(value: str) -> str:
    """The day of a moment."""
    return dates.moment(value)


@register.filter
def num(value: float) -> str:
    """A number as the reader writes it."""
    return number_format(value, force_grouping=True)


@register.filter
def signed(value: int) -> str:
    """A difference: −1, +1."""
    return f"{'−' if value < 0 else '+'}{number_format(abs(value), force_grouping=True)}"


@register.filter
def ltr(value: object) -> SafeString:
    """A number or symbol that is read from left to right whatever stands around it."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def numbered(target: str) -> str:
    """A recommendation's id as people write it: "A/HRC/28/10, 126.27"."""
    return target.replace("#", ", ")


@register.filter
def state(iso3: str) -> str:
    """A State's name in the reader's language."""
    return words.state(iso3)


@register.filter
def kind(value: Kind) -> str:
    """What a kind of paper is called."""
    return str(words.KINDS[Kind(value)])


@register.filter
def group(iso3: str) -> str:
    """Key of a State's regional group."""
    return words.group(iso3)


@register.simple_tag
def speaks(text: str) -> SafeString:
    """Language and direction of a passage, as its letters tell."""
    language = words.tongue(text)
    return format_html('lang="{}" dir="{}"', language, direction(language))


@register.filter
def region(key: str) -> str:
    """What a regional group is called."""
    return str(words.GROUPS.get(key, key))


@register.filter
def stage(value: object) -> str:
    """Where a State spoke."""
    return str(words.STAGES[value]) if value in words.STAGES else str(value)  # type: ignore[index]


@register.filter
def cycle(number: int | None) -> str:
    """Which cycle, in words."""
    return words.cycle(number)


@register.filter
def cycle_word(number: str) -> str:
    """Which cycle, in words, from its digits."""
    return words.cycle(int(number)) if number.isdecimal() else number


@register.filter
def filename(path: str) -> str:
    """The last part of a path, without signs that would turn round or hide the others."""
    return "".join(sign for sign in path.replace("\\", "/").rsplit("/", 1)[-1] if sign.isprintable())


@register.filter
def direction(language: str) -> str:
    """How a language is written."""
    return "rtl" if language in ("ar", "fa", "he", "ur") else "ltr"


@register.filter
def initials(who: str) -> str:
    """At most two letters for the seal of a person."""
    return "".join(part[0] for part in who.split()[:2]).upper()


@register.filter
def address(row: RecommendationRow | DocumentRow) -> str:
    """Where the page of a recommendation or a paper is."""
    return addresses.of(row)


@register.filter
def target_address(target: str) -> str:
    """The page of the recommendation with that id."""
    return addresses.of_id(target)


@register.filter
def place_address(place: Place) -> str:
    """The paper's page on which a place is lit."""
    return addresses.passage(place)


@register.filter
def finding_address(finding: PageFinding) -> str:
    """Where the page of a finding is."""
    return addresses.finding(finding.kind, finding.id, finding.place)


@register.filter
def finding_kind(key: str) -> str:
    """What kind of finding it is."""
    return str(words.FINDINGS.get(key, key))


@register.filter
def question_kind(key: str) -> str:
    """What kind of question of the queue it is."""
    return words.question_kind(key)


@register.filter
def words_of(value: str) -> list[str]:
    """The words of a line."""
    return value.split()


@register.filter
def quoted(value: str) -> str:
    """For use inside an address."""
    return quote(value, safe="")


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: object) -> str:
    """The address of this page with parts of its question changed; None takes a part away."""
    request: HttpRequest = context["request"]
    parts = request.GET.copy()
    for name, value in changes.items():
        if value is None or value == "":
            parts.pop(name, None)
        else:
            parts[name] = str(value)
    path = context.get("list_path") or request.path
    return f"{path}?{parts.urlencode()}" if parts else path


@register.simple_tag(takes_context=True)
def without(context: template.Context, name: str, value: str = "") -> str:
    """The address of this page without one part of its question (or one value of it), from its first row."""
    request: HttpRequest = context["request"]
    parts = request.GET.copy()
    left = [other for other in parts.getlist(name) if value and other != value]
    parts.setlist(name, left)
    parts.pop("offset", None)
    path = context.get("list_path") or request.path
    return f"{path}?{parts.urlencode()}" if parts else path


@register.simple_tag(takes_context=True)
def export_address(context: template.Context, name: str, count: str = "items", shown: Sequence[str] = ()) -> str:
    """Where the list of this page can be had as a file: every part of its question, what the page is about included.

    Args:
        context: of the template.
        name: of the format.
        count: "items" or "pairs".
        shown: keys of the columns that the page shows; () for a file with all that is known.
    """
    request: HttpRequest = context["request"]
    parts = request.GET.copy()
    for part in ("offset", "view", "count") if shown else ("offset", "view", "column", "group_by"):
        parts.pop(part, None)
    if shown:
        parts.setlist("column", shown)
    else:
        parts["count"] = count
    for part in ("state", "cycle", "document", "by"):
        value = getattr(context["wanted"], part)  # of what the page is about
        if value not in ("", None):
            parts[part] = str(value)
    return f"{reverse('export', args=[name])}?{parts.urlencode()}"
