"""Lists of issues and the replies to them."""

from onrecord.extraction.committee.issues import read_issues, read_replies
from onrecord.model import Identity
from onrecord.reading import read

LIST = """List of issues in relation to the third report of Arvenia

Constitutional framework (art. 2)

1. Please say how the Covenant is applied by courts.

Right to life (arts. 6 and 7 (1))

2. Please give figures on deaths in prison:

(a) By year;

(b) By prison.

3. Please describe the law on firearms.
"""
REPLIES = """Replies of Arvenia to the list of issues in relation to its third report

Reply to paragraph 1 of the list of issues

1. Courts apply the Covenant directly.

2. Two examples are given below.

Replies to questions 2 and 3

3. There were 4 deaths in 2020.
"""


def test_questions_with_subject_and_articles() -> None:
    found = read_issues(read(LIST.encode(), name="list.txt"), Identity())
    assert [(one.number, one.subject, one.articles) for one in found.issues] == [
        ("1", "Constitutional framework", ("2",)),
        ("2", "Right to life", ("6", "7 (1)")),
        ("3", "Right to life", ("6", "7 (1)")),
    ]
    assert found.issues[1].text.endswith("By prison.")


def test_replies_by_number() -> None:
    found = read_replies(read(REPLIES.encode(), name="replies.txt"), Identity())
    assert [one.numbers for one in found.answers] == [("1",), ("2", "3")]
    assert found.answers[0].text.startswith("Courts apply")
    assert found.answers[0].text.endswith("given below.")
