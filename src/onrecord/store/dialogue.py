"""What was said around the recommendations ↔ rows: the dialogue, advance questions, follow-up answers."""

from collections.abc import Sequence

from onrecord.model import AdvanceQuestion, DialogueStatement, FollowUpAnswer
from onrecord.store import tables
from onrecord.store.places import pack_place, unpack_place


def save_dialogue(document: tables.Document, found: Sequence[DialogueStatement], *, alias: str) -> None:
    """Write who said what in the dialogue, in its order."""
    rows = [
        tables.DialogueStatement(
            document=document,
            order=order,
            states=list(said.states),
            speaker=said.speaker,
            text=said.text,
            place=pack_place(said.place),
        )
        for order, said in enumerate(found)
    ]
    tables.DialogueStatement.objects.using(alias).bulk_create(rows)


def load_dialogue(row: tables.DialogueStatement, sha256: str, symbol: str) -> DialogueStatement:
    """The statement of a row; ``sha256`` and ``symbol`` are its document's."""
    return DialogueStatement(tuple(row.states), row.text, unpack_place(row.place, sha256, symbol), row.speaker)


def save_questions(document: tables.Document, found: Sequence[AdvanceQuestion], *, alias: str) -> None:
    """Write the advance questions, in their order."""
    rows = [
        tables.AdvanceQuestion(document=document, order=order, state=q.state, text=q.text, place=pack_place(q.place))
        for order, q in enumerate(found)
    ]
    tables.AdvanceQuestion.objects.using(alias).bulk_create(rows)


def load_question(row: tables.AdvanceQuestion, sha256: str, symbol: str) -> AdvanceQuestion:
    """The question of a row; ``sha256`` and ``symbol`` are its document's."""
    return AdvanceQuestion(row.state, row.text, unpack_place(row.place, sha256, symbol))


def save_answers(document: tables.Document, found: Sequence[FollowUpAnswer], *, alias: str) -> None:
    """Write which passages answer which earlier recommendations, in their order."""
    rows = [
        tables.FollowUpAnswer(
            document=document,
            order=order,
            numbers=list(answer.numbers),
            words=answer.words,
            place=pack_place(answer.place),
            text=answer.text,
            text_place=pack_place(answer.text_place),
        )
        for order, answer in enumerate(found)
    ]
    tables.FollowUpAnswer.objects.using(alias).bulk_create(rows)


def load_answer(row: tables.FollowUpAnswer, sha256: str, symbol: str) -> FollowUpAnswer:
    """The answer of a row; ``sha256`` and ``symbol`` are its document's."""
    return FollowUpAnswer(
        numbers=tuple(row.numbers),
        words=row.words,
        place=unpack_place(row.place, sha256, symbol),
        text=row.text,
        text_place=unpack_place(row.text_place, sha256, symbol),
    )
