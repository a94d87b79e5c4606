"""A public site of what was chosen, written only if nothing private is in it."""

import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from onrecord.errors import NotFound, RunError
from onrecord.model.written import Cited, CitedPaper
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.cited_rows import cited_claim, cited_paper
from onrecord.tasks.citing import recommendations
from onrecord.tasks.finishing import finish_paper
from onrecord.tasks.followed_up import assessed, voice_name
from onrecord.tasks.leaks import Leak, Public, leaks_in
from onrecord.tasks.recommendations import list_recommendations
from onrecord.tasks.rows import RecommendationFilter, RecommendationRow
from onrecord.tasks.veil import Audience, current, seen_by
from onrecord.tasks.veil_over import laid_over
from onrecord.vocabulary import paper_words
from onrecord.writing.site import Site, SiteReview, site_files


class Leaking(RunError):
    """Something private stood in what was about to be published; nothing was written. ``leaks`` says what and where."""

    def __init__(self, what: str, leaks: tuple[Leak, ...] = (), *, advice: str = "", where: str = "") -> None:
        super().__init__(what, advice=advice, where=where)
        self.leaks = leaks


@dataclass(frozen=True, slots=True)
class Published:
    """A site that was written."""

    folder: str
    files: int
    reviews: int
    recommendations: int
    papers: int
    withheld: int  # places at which a name is withheld


def publish(  # noqa: PLR0913  # one for each thing that is chosen
    archive: Archive,
    folder: str | Path,
    *,
    title: str,
    reviews: Sequence[tuple[str, int]] = (),
    papers: Collection[str] = (),
    written: Sequence[str] = (),
    voices: Collection[str] = (),
    languages: Sequence[str] = ("en",),
) -> Published:
    """Write a public site of what was chosen, and of nothing else.

    Args:
        archive: open.
        folder: one that does not exist yet; it appears whole or not at all.
        title: of the site.
        reviews: State and cycle; their documents of the United Nations become public with them.
        papers: sha256 of other papers whose claims may be published.
        written: ids of papers of one's own.
        voices: names of assessors; what they say of these reviews becomes public, and no other assessment.
        languages: of the pages, of ``paper_words.LANGUAGES``; what documents say stays in their own.

    Raises:
        NotFound: nothing is chosen, or something that is not there.
        Leaking: something private stands in the pages; nothing is written.
        RunError: the folder exists or cannot be written.
    """
    target = Path(folder)
    if target.exists():
        raise RunError(f"{target} exists already.", advice="Choose another folder, or take it away first.")
    files, site, public = public_files(
        archive,
        title=title,
        reviews=reviews,
        papers=papers,
        written=written,
        voices=voices,
        languages=languages,
    )
    if leaks := leaks_in(archive, files, public):
        first = leaks[0]
        raise Leaking(
            f"{len(leaks)} things that are not public stand in the pages, the first of them: {first.kind}.",
            leaks,
            advice="Nothing was written. Choose less, or clear what may be published.",
            where=first.file,
        )
    with _whole(target) as draft:
        for name, content in files.items():
            (draft / name).write_bytes(content)
    items = sum(len(review.items) for review in site.reviews)
    withheld = sum(content.count(b"[name withheld]") for content in files.values())
    return Published(str(target), len(files), len(site.reviews), items, len(site.papers), withheld)


def public_files(  # noqa: PLR0913  # one for each thing that is chosen
    archive: Archive,
    *,
    title: str,
    reviews: Sequence[tuple[str, int]],
    papers: Collection[str],
    written: Sequence[str],
    voices: Collection[str] = (),
    languages: Sequence[str] = ("en",),
) -> tuple[dict[str, bytes], Site, Public]:
    """The files of the site, as others may see them, with what was chosen; nothing is written."""
    if not (reviews or papers or written):
        raise NotFound("Nothing was chosen to be public.", advice="Choose a review: --review ARVENIA/4")
    if unknown := [language for language in languages if language not in paper_words.LANGUAGES]:
        known = ", ".join(paper_words.LANGUAGES)
        raise NotFound(f"There are no pages in “{unknown[0][:20]}”.", advice=f"Choose of: {known}.")
    with seen_by(Audience.OTHERS):
        rows = tables.Document.objects.using(archive.alias).filter(sha256__in=papers)
        chosen = [cited_paper(row) for row in rows]
        if missing := set(papers) - {paper.sha256 for paper in chosen}:
            raise NotFound(f"The archive holds no paper {min(missing)[:12]}.", advice="List them: onrecord documents")
        _require_voices(archive, voices)
        shown = tuple(_review(archive, state, cycle) for state, cycle in reviews)
        official = {
            one.paper.sha256: one.paper for review in shown for some in (review.items, *review.answers) for one in some
        }
        claims = tables.Claim.objects.using(archive.alias).filter(document__sha256__in=papers, document__leads=True)
        ordered = claims.select_related("document").order_by("document__date", "document", "order")
        site = Site(
            title=title,
            reviews=shown,
            papers=(*official.values(), *(paper for paper in chosen if paper.sha256 not in official)),
            claims=tuple(cited_claim(row) for row in ordered),
            written=tuple(finish_paper(archive, one) for one in written),
            languages=tuple(dict.fromkeys(languages)),
        )
        site = replace(site, spoken=_spoken(archive, site))
        cited = {one.paper.sha256 for paper in site.written for one in paper.cited.values()}
        files: dict[str, bytes] = {}
        for language in site.languages:
            said = replace(site, language=language, reviews=_assessed(archive, site, voices, language))
            files |= site_files(laid_over(current(archive, Audience.OTHERS), said))
    return files, site, Public({*papers, *official, *cited}, tuple(written), tuple(voices))


def _spoken(archive: Archive, site: Site) -> dict[str, str]:
    rows = tables.Document.objects.using(archive.alias).filter(sha256__in=[paper.sha256 for paper in site.papers])
    return dict(rows.exclude(language="").values_list("sha256", "language"))


def _require_voices(archive: Archive, voices: Collection[str]) -> None:
    """Refuse a name that nobody who assesses has: nothing of it would become public."""
    if voices:
        known = (
            tables.Assessment.objects.using(archive.alias).filter(withdrawn_when=None).values_list("name", flat=True)
        )
        names = {voice_name(name) for name in known}
        if missing := [voice for voice in voices if voice_name(voice) not in names]:
            raise NotFound(
                f"Nobody of the name “{missing[0][:60]}” has assessed anything.",
                advice="Look who has: onrecord assess ARCHIVE TARGET",
            )


def _assessed(archive: Archive, site: Site, voices: Collection[str], language: str) -> tuple[SiteReview, ...]:
    """The reviews with what the chosen voices say; of their evidence the places in papers that are public."""
    keys = [item.id.partition(":")[2] for review in site.reviews for item in review.items]
    became = assessed(archive, keys, voices=voices, language=language) if voices else {}
    public = {paper.sha256 for paper in site.papers}

    def with_voices(item: Cited) -> Cited:
        said = became.get(item.id.partition(":")[2], ())
        known = tuple((words, tuple(one for one in some if one.paper.sha256 in public)) for words, some in said)
        return replace(item, followed=known)

    return tuple(replace(one, items=tuple(map(with_voices, one.items))) for one in site.reviews)


def _review(archive: Archive, state: str, cycle: int) -> SiteReview:
    rows = list(list_recommendations(archive, RecommendationFilter(state=state, cycle=cycle)))
    if not rows:
        raise NotFound(
            f"The archive holds no recommendations of {state}, cycle {cycle}.", advice="List reviews: onrecord reviews"
        )
    items = [one for one in recommendations(archive, rows) if one.id.startswith("recommendation:")]
    by_sha = _official(archive, rows)
    answers = tuple(tuple(_answers(row, item, by_sha)) for row, item in zip(rows, items, strict=True))
    return SiteReview(state, cycle, items[0].paper.date, tuple(items), answers)


def _answers(row: RecommendationRow, item: Cited, papers: Mapping[str, CitedPaper]) -> Iterator[Cited]:
    """Every answer to the letter, of documents of the United Nations alone."""
    for said in row.history:
        if paper := papers.get(said.place.sha256):
            yield replace(item, id=f"answer:{row.id}", text=said.words, paper=paper, place=said.place, number="")


def _official(archive: Archive, rows: Sequence[RecommendationRow]) -> dict[str, CitedPaper]:
    """The documents with a symbol in which the answers stand."""
    shas = {said.place.sha256 for row in rows for said in row.history}
    found = tables.Document.objects.using(archive.alias).filter(sha256__in=shas).exclude(symbol="")
    return {row.sha256: cited_paper(row) for row in found}


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A folder that takes its name only when everything is in it."""
    try:
        draft = Path(mkdtemp(prefix=f".{target.name}.", dir=target.absolute().parent))
    except OSError as error:
        raise RunError(f"{target} cannot be written ({error.strerror}).", advice="Choose another folder.") from error
    try:
        yield draft
        draft.chmod(0o755)
        draft.rename(target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
