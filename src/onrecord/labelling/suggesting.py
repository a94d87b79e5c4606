"""The labeller: texts in, labels out, with one opened model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.labelling.calibration import Calibration
from onrecord.labelling.english import not_english
from onrecord.labelling.heads import Logits
from onrecord.labelling.model_file import Floats, ModelFile, open_model
from onrecord.labelling.pieces import Piece
from onrecord.labelling.reasons import carried
from onrecord.labelling.scoring import Scorer
from onrecord.labelling.trunk import AT_ONCE, Seen
from onrecord.model.label import ACTION, ISSUE, Label, Labels, Span

NO_WORDS, NOT_ENGLISH, TOO_LONG = "no words", "not English", "only the first part was looked at"


@dataclass(frozen=True)
class _Part:
    """One window of one text, and what the network made of it."""

    pieces: Sequence[Piece]
    states: Floats
    logits: Logits


class Labeller:
    """One opened model. It loads the network when the first text comes.

    Args:
        path: the model file; None for the one that comes with Onrecord.
        threads: processor cores to use; 0 means all.

    Raises:
        ModelError: the file is missing, damaged or no model.
    """

    def __init__(self, path: Path | None = None, *, threads: int = 0) -> None:
        self.model: ModelFile = open_model(path)
        self._scorer = Scorer(self.model, threads)
        self._calibration = Calibration(self.model)

    @property
    def sure_from(self) -> float:
        """The probability from which a label is sure, as the model was measured with."""
        return self._calibration.sure

    def label(self, texts: Sequence[str], *, threshold: float | None = None, words: bool = True) -> Iterator[Labels]:
        """Labels for each text, in the order of the texts.

        Args:
            texts: recommendations or other asks, in English.
            threshold: probability from which a label is sure; None for the one that the model was measured with.
            words: also tell which words carried each label.
        """
        sure_from = self._calibration.sure if threshold is None else threshold
        for first in range(0, len(texts), AT_ONCE):
            some = texts[first : first + AT_ONCE]
            for text, seen in zip(some, self._scorer.trunk.seen(some), strict=True):
                yield self._labels(text, self._parts(seen), seen.cut_off, _Wish(sure_from, words))

    def doubt(self, text: str) -> str:
        """Why no label of this text can be sure, however likely; "" if nothing speaks against. Asks no network."""
        if not any(letter.isalnum() for letter in text):
            return NO_WORDS
        trunk = self._scorer.trunk
        return NOT_ENGLISH if not_english(text, trunk.pieces) else TOO_LONG if trunk.too_long(text) else ""

    def _parts(self, seen: Seen) -> list[_Part]:
        return [_Part(one.pieces, one.states, self._scorer.logits(one)) for one in seen.windows]

    def _labels(self, text: str, parts: list[_Part], cut_off: bool, wish: "_Wish") -> Labels:
        if not any(letter.isalnum() for letter in text) or not parts:
            return Labels(None, (), self._scores_of_nothing(), self.model.labeller, NO_WORDS)
        doubt = NOT_ENGLISH if not_english(text, self._scorer.trunk.pieces) else TOO_LONG if cut_off else ""
        issues = np.stack([self._calibration.issues(part.logits.issues) for part in parts])
        # A subject is there if one part of the text speaks of it; what is asked stands at the beginning.
        best = issues.argmax(0)
        chances, actions = issues.max(0), self._calibration.action(parts[0].logits.action)
        found = []
        for number in np.argsort(-chances):
            if chances[number] < self._calibration.cut[number]:
                continue
            part = parts[best[number]]
            spans = self._issue_words(text, part, int(number)) if wish.words else ()
            name = self._calibration.issue_names[number]
            found.append(self._label(ISSUE, name, chances[number], spans, wish.sure_from, doubt))
        action = int(actions.argmax())
        spans = self._action_words(text, parts[0], action) if wish.words else ()
        return Labels(
            self._label(ACTION, str(action + 1), actions[action], spans, wish.sure_from, doubt),
            tuple(found),
            self._scores(actions, chances),
            self.model.labeller,
            doubt,
        )

    def _label(
        self, scheme: str, name: str, chance: float, spans: tuple[Span, ...], sure_from: float, doubt: str
    ) -> Label:  # six values that belong together: what, how likely, why, and how strict
        return Label(scheme, name, round(float(chance), 4), float(chance) >= sure_from and not doubt, spans)

    def _issue_words(self, text: str, part: _Part, issue: int) -> tuple[Span, ...]:
        return carried(text, part.pieces, self._scorer.heads.brought_to_issue(part.states, issue))

    def _action_words(self, text: str, part: _Part, action: int) -> tuple[Span, ...]:
        return carried(text, part.pieces, self._scorer.heads.brought_to_action(part.states, action))

    def _scores(self, actions: Floats, issues: Floats) -> tuple[tuple[str, str, float], ...]:
        named = zip(self._calibration.issue_names, issues, strict=True)
        return (
            *((ACTION, str(number), round(float(chance), 4)) for number, chance in enumerate(actions, 1)),
            *((ISSUE, name, round(float(chance), 4)) for name, chance in named),
        )

    def _scores_of_nothing(self) -> tuple[tuple[str, str, float], ...]:
        names = self._calibration.issue_names
        return self._scores(np.zeros(5, dtype=np.float32), np.zeros(len(names), dtype=np.float32))


@dataclass(frozen=True)
class _Wish:
    sure_from: float
    words: bool
