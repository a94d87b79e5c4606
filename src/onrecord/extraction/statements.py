"""Makes position statements of one document, each with its place."""

from dataclasses import dataclass, field

from onrecord.extraction.answers import Stance, claims_implemented
from onrecord.model import Document, Place, PositionStatement, Stage

Span = tuple[int, int]


@dataclass(slots=True)
class Placing:
    """Places in one document, each worked out once: a list of a hundred numbers stands in one sentence."""

    document: Document
    symbol: str
    _known: dict[tuple[int, int, str], Place] = field(default_factory=dict)

    def place(self, span: Span, paragraph: str = "") -> Place:
        """The place of ``document.text[start:end]`` inside the paragraph of that number."""
        key = (*span, paragraph)
        if key not in self._known:
            self._known[key] = self.document.place(*span, symbol=self.symbol, paragraph=paragraph)
        return self._known[key]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who answers whom, when: what all statements of one paper about one report share."""

    placing: Placing
    target: str
    stage: Stage
    date: str

    def statement(
        self,
        number: str,
        stance: Stance,
        words: Span,
        *,
        paragraph: str = "",
        comment: Span | None = None,
        tentative: bool = False,
    ) -> PositionStatement:
        """One answer.

        Args:
            number: of the recommendation.
            stance: what is answered, and by which rule.
            words: span of the raw wording.
            paragraph: number of the paragraph that holds it.
            comment: span of what the State adds, None if it adds nothing.
            tentative: a remark that leaves an earlier answer as it was.
        """
        text = self.placing.document.text
        commented = text[comment[0] : comment[1]] if comment else ""
        claim = claims_implemented(text[words[0] : words[1]]) or claims_implemented(commented)
        return PositionStatement(
            target=self.target,
            number=number,
            value=stance.value,
            stage=self.stage,
            words=text[words[0] : words[1]],
            rule=stance.rule,
            date=self.date,
            place=self.placing.place(words, paragraph),
            comment=commented,
            comment_place=self.placing.place(comment, paragraph) if comment else None,
            claims_implemented=claim,
            partly=stance.partly,
            tentative=tentative,
        )
