"""The subjects that come with Onrecord: definitions that a person can adjust in the archive.

Data: ``data/subjects.csv``.
"""

from functools import cache

from onrecord.model.subject import Subject
from onrecord.vocabulary.tables import read_table, several


@cache
def subjects() -> tuple[Subject, ...]:
    """All of them, in the order of the table."""
    return tuple(
        Subject(
            key=row["key"],
            title=row["title"],
            note=row["note"],
            issues=several(row["issues"]),
            words=row["words"],
            meaning=several(row["meaning"]),
            near=float(row["near"]),
        )
        for row in read_table("subjects.csv")
    )
