"""What a paper is about: words with commas between, or a saved subject, by its key or title."""

from collections.abc import Callable

from onrecord.model.subject import Subject
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.store.words import words_of
from onrecord.tasks.query import Both, Node, Not, Words, folded_words, parse
from onrecord.tasks.subjects import list_subjects

Speaks = Callable[[str], bool]  # of folded words


def saved_subject(archive: Archive, name: str) -> Subject | None:
    """The saved subject of this key or title, whatever the capitals; None for a person's own words."""
    wanted = " ".join(name.casefold().split())
    if not wanted:
        return None
    return next((one for one in list_subjects(archive) if wanted in (one.key, one.title.casefold())), None)


def speaks_of(archive: Archive, subject: str) -> Speaks:
    """Whether folded words are on a subject; nothing is on an empty one.

    A saved subject goes by the words of its definition; its labels and its meaning are those of recommendations. One
    without words goes by its title.
    """
    known = saved_subject(archive, subject)
    tree = parse(known.words) if known and known.words.strip() else None
    if tree is not None:
        return lambda text: _holds(tree, text)
    given = known.title if known else subject
    words = [folded for part in given.split(",") if (folded := fold(part).strip())]
    return lambda text: any(word in text for word in words)


def _holds(tree: Node, text: str) -> bool:
    if isinstance(tree, Words):
        return _stands(tree, text)
    if isinstance(tree, Not):
        return not _holds(tree.part, text)
    if isinstance(tree, Both):
        parts = (_holds(part, text) for part in tree.parts)
        return any(parts) if tree.operator == "OR" else all(parts)
    return True  # a field narrows papers, and these are chosen already


def _stands(words: Words, text: str) -> bool:
    """As the search goes by words: by their singular, or by their beginning where it is asked for."""
    said = folded_words(text) if words.goes_on else words_of(text)
    found, wanted = f" {' '.join(said)} ", f" {' '.join(words.words)}"
    return (wanted if words.goes_on else f"{wanted} ") in found
