"""Papers that people write here: saved with every version, compared, restored. Two authors lose nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from onrecord.errors import NotFound, RunError
from onrecord.model.written import WrittenPaper, WrittenVersion, blocks_of
from onrecord.store import written
from onrecord.store.archive import Archive
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.veil import current as veil_now
from onrecord.tasks.veil_text import WITHHELD
from onrecord.vocabulary import outlines, paper_words, states

_LONGEST = 2_000_000  # letters of a paper


class WrittenConflict(RunError):
    """Somebody else saved meanwhile. ``mine`` was kept beside; ``theirs`` holds."""

    def __init__(
        self, what: str, mine: WrittenVersion, theirs: WrittenVersion, *, advice: str = "", where: str = ""
    ) -> None:
        super().__init__(what, advice=advice, where=where)
        self.mine = mine
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What became of a stretch of blocks from one version to another: "same", "added", "taken out" or "changed"."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def new_paper(  # noqa: PLR0913  # one for each thing that is known of a paper from the start
    archive: Archive,
    title: str,
    text: str = "",
    *,
    outline: str = "briefing",
    state: str = "",
    cycle: int | None = None,
    language: str = "en",
    authors: Sequence[str] = (),
    before: str = "",
    subject: str = "",
    who: str = "",
) -> WrittenPaper:
    """Start a paper.

    Args:
        archive: open.
        title: of the paper.
        text: Markdown with references, see :mod:`onrecord.model.written`; may be empty.
        outline: a key of ``outlines.csv``.
        state: that it is about, ISO 3166-1 alpha-3.
        cycle: of the review.
        language: of headings and notes: one of six.
        authors: whose paper it is, as it shall stand under the title; for a joint one several.
        before: EDTF; only sources published before this day are drafted from.
        subject: words that say what it is about.
        who: the name of the person who starts it.

    Raises:
        NotAllowed: an outline, State or language that is not known, no title, or nobody's name.
    """
    _require(title, text, who)
    if outline not in outlines.names():
        raise NotAllowed(f"“{outline[:40]}” is no outline.", advice=f"Choose one of: {', '.join(outlines.names())}.")
    if language not in paper_words.LANGUAGES:
        raise NotAllowed(
            f"“{language[:10]}” is no language of papers.", advice=f"Choose one of: {', '.join(paper_words.LANGUAGES)}."
        )
    if state and state not in states.codes():
        raise NotAllowed(f"“{state[:40]}” is no State that we know.", advice="Give an ISO 3166-1 alpha-3 code.")
    version = WrittenVersion(1, title.strip(), _clean(text), who.strip(), "")
    named = tuple(name.strip() for name in authors if name.strip())
    paper = WrittenPaper("", outline, state, cycle, language, named, before, subject.strip(), version)
    with archive.whole_or_nothing():
        uid = written.new(archive, paper)
    return show_written(archive, uid)


def save_paper(  # noqa: PLR0913  # agreed with the pages that call it
    archive: Archive, paper: str, text: str, *, title: str = "", based_on: int, who: str, reason: str = ""
) -> WrittenVersion:
    """Write a new version.

    Args:
        archive: open.
        paper: its id.
        text: the whole text.
        title: a new title; "" keeps it.
        based_on: number of the version that the author had before them.
        who: the author's name.
        reason: why, in a few words; may be empty.

    Returns:
        The version as written; the current one, if nothing was changed.

    Raises:
        NotFound: there is no such paper or version.
        NotAllowed: nobody's name; too long; or names are withheld in what the author saw.
        WrittenConflict: somebody saved meanwhile. This text is kept as a version beside, and nothing is lost.
    """
    seen = show_written(archive, paper)
    _require(title or seen.current.title, text, who)
    _nothing_withheld(archive, seen.current.text, text)
    with archive.whole_or_nothing():
        row = written.locked(archive, paper)
        known = {version.number: version for version in written.versions(archive, paper)}
        if row is None or based_on not in known:
            raise NotFound(f"There is no version {based_on} of this paper.", advice="Load the paper again.")
        now = known[row.current]
        mine = WrittenVersion(
            0,
            (title or now.title).strip(),
            _clean(text),
            who.strip(),
            "",
            reason.strip(),
            based_on,
            based_on != row.current,
        )
        if (mine.text, mine.title) == (now.text, now.title):
            return now
        saved = written.add(archive, row, mine)
    if saved.aside:
        raise WrittenConflict(
            f"{now.who} saved version {now.number} meanwhile.",
            saved,
            now,
            advice=f"Your text is kept as version {saved.number}. Compare the two and save what shall hold.",
        )
    return saved


def restore_version(archive: Archive, paper: str, number: int, *, who: str, reason: str = "") -> WrittenVersion:
    """Let an earlier version hold again, as a new one; what was written since stays readable.

    Raises:
        NotFound: there is no such version.
        NotAllowed: nobody's name.
    """
    old = paper_version(archive, paper, number)
    now = show_written(archive, paper).current
    why = reason.strip() or f"version {number} again"
    return save_paper(archive, paper, old.text, title=old.title, based_on=now.number, who=who, reason=why)


def show_written(archive: Archive, paper: str) -> WrittenPaper:
    """A paper with its current version.

    Raises:
        NotFound: there is none of this id.
    """
    with archive.told_plainly():
        found = written.find(archive, paper)
    if found is None:
        raise NotFound(
            f"The archive holds no written paper {paper[:40]}.",
            advice="List them with: onrecord papers-written ARCHIVE",
        )
    return found


def list_written(archive: Archive, *, state: str = "") -> tuple[WrittenPaper, ...]:
    """The papers that were written here, the newest first."""
    with archive.told_plainly():
        return written.every(archive, state=state)


def paper_versions(archive: Archive, paper: str) -> tuple[WrittenVersion, ...]:
    """All versions of a paper, the oldest first; those kept aside too."""
    with archive.told_plainly():
        return written.versions(archive, paper)


def paper_version(archive: Archive, paper: str, number: int) -> WrittenVersion:
    """One version of a paper.

    Raises:
        NotFound: there is none of this number.
    """
    found = next((one for one in paper_versions(archive, paper) if one.number == number), None)
    if found is None:
        raise NotFound(f"There is no version {number} of this paper.", advice="List its versions.")
    return found


def compare_versions(archive: Archive, paper: str, first: int, second: int) -> tuple[BlockChange, ...]:
    """What changed from one version to another, block by block; every block of both is in it."""
    before = [block.text for block in blocks_of(paper_version(archive, paper, first).text)]
    after = [block.text for block in blocks_of(paper_version(archive, paper, second).text)]
    named = {"equal": "same", "insert": "added", "delete": "taken out", "replace": "changed"}
    return tuple(
        BlockChange(named[what], tuple(before[a:b]), tuple(after[c:d]))
        for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    )


def with_version(archive: Archive, paper: WrittenPaper, number: int | None) -> WrittenPaper:
    """The paper as an earlier version had it; None for the current one."""
    return paper if number is None else replace(paper, current=paper_version(archive, paper.id, number))


def _require(title: str, text: str, who: str) -> None:
    if not who.strip():
        raise NotAllowed("A version needs a name.", advice="Say who writes.")
    if not title.strip():
        raise NotAllowed("A paper needs a title.", advice="Write one.")
    if len(text) > _LONGEST or len(title) > 500:
        raise NotAllowed(
            f"The text has {len(text):,} letters; {_LONGEST:,} are possible.", advice="Part it into several papers."
        )


def _nothing_withheld(archive: Archive, seen: str, text: str) -> None:
    """Who sees ``[name withheld]`` in place of a name would write that over the name."""
    if veil_now(archive).hides(seen) or (WITHHELD in text and veil_now(archive)):
        raise NotAllowed(
            "Names are withheld in this paper; saving it would take them out for ever.",
            advice="Unlock the cases first, then edit.",
        )


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").strip() + "\n"
