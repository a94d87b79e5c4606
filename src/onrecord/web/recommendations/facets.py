"""What a list can be narrowed by, with how many each choice would leave."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from html import escape

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from onrecord import tasks
from onrecord.tasks import Facets, RecommendationFilter
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.frame.tags import ltr, num, sign

FEW = 7  # choices that are shown at once; the rest opens
_YES_NO: dict[str, dict[str, Promise]] = {
    "changed": {"yes": _("Changed"), "no": _("Not changed")},
    "judged": {"yes": _("Judged by a person"), "no": _("Not judged yet")},
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value: as the address says it, in words, how many have it, and whether it is chosen."""

    value: str
    words: str
    count: int
    chosen: bool
    shape: str = ""
    symbol: bool = False  # read from left to right whatever stands around it

    @property
    def written(self) -> str:
        """The words as they stand on the page."""
        if self.shape:
            return format_html('<span class="pos {}">{}{}</span>', self.shape, sign(self.shape), self.words)
        return ltr(self.words) if self.symbol else self.words


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to narrow by. ``several``: more than one value can be chosen."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    several: bool = True

    @property
    def first_lines(self) -> SafeString:
        """The choices that are shown at once, as lines of a form."""
        return self._lines(self.first)

    @property
    def more_lines(self) -> SafeString:
        """The others. Written here: hundreds of them through a template take longer than all the rest of a page."""
        return self._lines(self.more)

    def _lines(self, choices: Iterable[Choice]) -> SafeString:
        kind = "" if self.several else " data-one"
        return mark_safe("\n".join(self._line(choice, kind) for choice in choices))

    def _line(self, choice: Choice, kind: str) -> str:
        """Every part is escaped here, where it takes a quarter of the time that it takes Django's own."""
        own, checked = f"f-{self.name}-{slugify(choice.value)}", " checked" if choice.chosen else ""
        box = f'<input type="checkbox" id="{own}" name="{self.name}" value="{escape(choice.value)}"{checked}{kind}>'
        written = choice.written if isinstance(choice.written, SafeString) else escape(choice.written)
        return f'<li><label>{box}{written}<span class="n num">{num(choice.count)}</span></label></li>'

    @property
    def first(self) -> tuple[Choice, ...]:
        """The choices that are shown at once: the most frequent, and all that are chosen."""
        return tuple(c for n, c in enumerate(self.choices) if n < FEW or c.chosen)

    @property
    def more(self) -> tuple[Choice, ...]:
        """The others, by name."""
        rest = (c for n, c in enumerate(self.choices) if n >= FEW and not c.chosen)
        return tuple(sorted(rest, key=lambda choice: choice.words))


def facets_of(wanted: RecommendationFilter, *, without: Collection[str]) -> tuple[Facet, ...]:
    """The facets of a list, but those that are what its page is about."""
    counts = tasks.facets(served.archive(), wanted)
    every = (
        _facet(counts, "position", _("Answer"), _position, [p.value for p in wanted.positions]),
        _facet(counts, "changed", _("Changed answer"), _yes_no("changed"), [_said(wanted.changed)], several=False),
        _facet(counts, "state", _("State under review"), words.state, wanted.states),
        _facet(counts, "cycle", _("Cycle"), _cycle, [str(wanted.cycle)], several=False),
        _facet(counts, "group", _("Made by the region"), _group, wanted.groups),
        _facet(counts, "by", _("Made by"), words.state, wanted.bys),
        _facet(counts, "issue", _("Issue"), str, wanted.issues),
        _facet(counts, "action", _("Action asked for"), words.action, wanted.actions),
        _facet(counts, "theme", _("Theme of OHCHR, suggested"), str, wanted.themes),
        _facet(counts, "persons", _("Persons affected, suggested"), str, wanted.persons),
        _facet(counts, "goal", _("Sustainable Development Goal, suggested"), str, wanted.goals),
        _facet(counts, "judged", _("Judged"), _yes_no("judged"), [_said(wanted.judged)], several=False),
        _facet(counts, "document", _("Report"), str, [wanted.document], several=False),
    )
    return tuple(facet for facet in every if facet.name not in without and _narrows(facet))


def _narrows(facet: Facet) -> bool:
    return len(facet.choices) > 1 or any(choice.chosen for choice in facet.choices)


def _facet(
    counts: Facets,
    name: str,
    title: Promise,
    word: Callable[[str], str],
    chosen: Collection[str],
    *,
    several: bool = True,
) -> Facet:
    shapes = words.SHAPES if name == "position" else {}
    choices = (
        Choice(
            one.value, word(one.value), one.count, one.value in chosen, shapes.get(one.value, ""), name == "document"
        )
        for one in getattr(counts, name)
    )
    return Facet(name, str(title), tuple(choices), several)


def _position(value: str) -> str:
    return str(words.POSITIONS[value])


def _cycle(value: str) -> str:
    return words.cycle(int(value))


def _group(value: str) -> str:
    return str(words.GROUPS[value])


def _yes_no(name: str) -> Callable[[str], str]:
    return lambda value: str(_YES_NO[name][value])


def _said(value: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[value]
