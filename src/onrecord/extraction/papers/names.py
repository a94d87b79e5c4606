"""Finds persons and organisations in papers."""

from onrecord.extraction.papers.organisations import find_organisations, name_organisations
from onrecord.extraction.papers.people import read_people
from onrecord.extraction.papers.units import Paper
from onrecord.extraction.papers.words_of_paper import words_of_paper
from onrecord.model import Named


def read_names(paper: Paper) -> tuple[Named, ...]:
    """Persons and organisations of a paper, each with all its mentions.

    The same id in two papers is the same one by an exact rule, told in ``reasons``; what is less sure stays apart and
    is offered in ``perhaps``.
    """
    words = words_of_paper(paper.document)
    organisations = find_organisations(paper, words)
    return (*read_people(paper, words, organisations), *name_organisations(paper, organisations))
