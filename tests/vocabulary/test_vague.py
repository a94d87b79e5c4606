"""Vague verbs and phrases in what is asked."""

import pytest

from onrecord.vocabulary.vague import vague_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ensure that lawyers can visit the colonies", [("Ensure", "verb")]),
        ("Promote and protect the rights of lawyers", [("Promote", "verb"), ("protect", "verb")]),
        ("The Government should strengthen its courts", [("strengthen", "verb")]),
        (
            "Take steps to ensure a fair trial, as appropriate",
            [("Take steps", "act"), ("ensure", "verb"), ("as appropriate", "way out")],
        ),
        ("Ratify the Convention as soon as possible", [("as soon as possible", "time")]),
        ("Take all  necessary\nmeasures against torture", [("Take all  necessary\nmeasures", "act")]),
        # What for, a noun, a name for a thing: none of them asks.
        ("Publish a plan to protect and promote the rights of lawyers", []),
        ("Adopt a law on freedom and respect for lawyers", []),
        ("Repeal Article 214 of the Criminal Code before the next review", []),
        ("", []),
    ],
)
def test_vague_words(text: str, found: list[tuple[str, str]]) -> None:
    vague = vague_in(text)
    assert [(one.words, one.kind) for one in vague] == found
    assert all(text[one.start : one.end] == one.words for one in vague)
