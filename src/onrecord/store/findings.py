"""All findings of one document ↔ rows of all tables."""

from onrecord.model import Findings
from onrecord.store import dialogue, doubts, recommendations, said, statements, tables, tallies
from onrecord.store.documents import identity_of


def save(document: tables.Document, findings: Findings, *, alias: str) -> None:
    """Write what was found in a document whose row stands already."""
    answers = tuple(dict.fromkeys([*findings.positions, *(s for r in findings.recommendations for s in r.history)]))
    recommendations.save(document, findings.recommendations, answers, alias=alias)
    statements.save(document, answers, alias=alias)
    tallies.save(document, findings.tallies, alias=alias)
    dialogue.save_dialogue(document, findings.dialogue, alias=alias)
    dialogue.save_questions(document, findings.questions, alias=alias)
    dialogue.save_answers(document, findings.answers, alias=alias)
    doubts.save(document, findings.doubts, alias=alias)
    said.save(document, findings, alias=alias)


def delete(document: tables.Document, *, alias: str) -> None:
    """Take away what an earlier reading found, before a new one is written."""
    for table in tables.FINDINGS:
        table._default_manager.using(alias).filter(document=document).delete()


def load(document: tables.Document) -> Findings:
    """What was found in a document, uncorrected; its recommendations carry what this one document says of them."""
    at = (document.sha256, document.symbol)
    answers = tuple(statements.load(r, *at) for r in document.statements.order_by("order"))
    return Findings(
        identity=identity_of(document),
        recommendations=tuple(
            recommendations.load(recommendations.as_read(row), *at, history=tuple(answers[order] for order in row.said))
            for row in document.recommendations.order_by("order")
        ),
        positions=answers,
        tallies=tuple(tallies.load(r, *at) for r in document.tallies.order_by("order")),
        dialogue=tuple(dialogue.load_dialogue(r, *at) for r in document.dialogue.order_by("order")),
        questions=tuple(dialogue.load_question(r, *at) for r in document.questions.order_by("order")),
        answers=tuple(dialogue.load_answer(r, *at) for r in document.answers.order_by("order")),
        doubts=tuple(doubts.load(r, *at) for r in document.doubts.order_by("order")),
        **said.load(document),
    )
