"""Compares what is about to be published with everything in the archive that is not public, and tells what it finds.

It knows nothing of how the pages are made: it gathers what is private and looks for it in the finished files.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import PurePath

from onrecord.model.written import blocks_of
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.store.assessments import load as load_assessment
from onrecord.tasks.followed_up import told, voice_name
from onrecord.tasks.veil import Audience, current
from onrecord.vocabulary import paper_words, states

_SHORTEST_PASSAGE = 40  # letters from which the words of a paper tell which paper it is
_STRETCH = 8  # words that two papers hardly ever share by chance
_WORD = re.compile(r"\w+")
_SHORTEST_REASON = 12  # a reason such as "noted" is a word like any other
_TAG = re.compile(r"<(?!/?(?:b|i|em|strong|sup|sub|a|bdi|code|span)\b)[^>]*>")
_INLINE_TAG = re.compile(r"<[^>]*>")
_LOADED = re.compile(
    r"<(?:img|iframe|object|embed|link|audio|video|source)\b|\bsrc\s*=|url\(|data:|@import", re.IGNORECASE
)
_FILES = frozenset({".html"})


@dataclass(frozen=True, slots=True)
class Leak:
    """Something private in a file that was about to be published."""

    kind: str
    file: str
    words: str


@dataclass(frozen=True, slots=True)
class Public:
    """What was chosen: sha256 of papers, ids of papers of one's own, and the words of those."""

    papers: Collection[str]
    written: Collection[str] = ()
    voices: Collection[str] = ()  # names of assessors


def leaks_in(archive: Archive, files: Mapping[str, bytes], public: Public) -> tuple[Leak, ...]:
    """Everything private that stands in these files, and everything in them that is no plain page."""
    pages = {name: _readable(content) for name, content in files.items()}
    found = [*_no_page(files)]
    veil = current(archive, Audience.OTHERS)
    for name, text in pages.items():
        found += [Leak("person", name, text[start:end]) for start, end in veil.spans(text)]
        found += [Leak("person", name, name) for _ in veil.spans(name)]
    open_words = _public_words(archive, public)
    known = _Known(open_words, _stretches(open_words))
    folded = {name: _plain(text) for name, text in pages.items()}
    said = {name: _stretches(text) - known.stretches for name, text in folded.items()}
    for gather in _GATHERED:
        for kind, words in gather(archive, public):
            found += _standing(kind, words, folded, known.text)
            found += _in_part(kind, words, said)
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is public already: its words, and every stretch of so many words in it."""

    text: str
    stretches: frozenset[str]


def _stretches(text: str) -> frozenset[str]:
    """Every stretch of eight words: by them a part of a passage is known again."""
    words = _WORD.findall(text)
    return frozenset(" ".join(words[n : n + _STRETCH]) for n in range(len(words) - _STRETCH + 1))


def _in_part(kind: str, words: str, pages: Mapping[str, frozenset[str]]) -> Iterator[Leak]:
    """A stretch of a longer private passage."""
    own = _stretches(_plain(words))
    for name, said in pages.items() if own else ():
        if part := own & said:
            yield Leak(kind, name, min(part))


def _standing(kind: str, words: str, pages: Mapping[str, str], public: str) -> Iterator[Leak]:
    plain = _plain(words)
    if len(plain) < 2:
        return
    pattern = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")
    if kind not in _NEVER_PUBLIC and pattern.search(public):
        return  # the words of a paper that was chosen
    for name, text in pages.items():
        if plain in text and pattern.search(text):
            yield Leak(kind, name, words[:120])


def _no_page(files: Mapping[str, bytes]) -> Iterator[Leak]:
    for name, content in files.items():
        if PurePath(name).suffix not in _FILES or PurePath(name).name != name:
            yield Leak("a file that is no page", name, name)
        if b"\0" in content:
            yield Leak("data of an image or another file", name, "")
        bare = re.sub(rb"<script>.*?</script>|<style>.*?</style>", b"", content, flags=re.DOTALL)
        if match := _LOADED.search(bare.decode("utf-8", "replace")):
            yield Leak("something that is loaded", name, match.group())


def _file_names(archive: Archive, public: Public) -> Iterator[tuple[str, str]]:
    """Names of files; not those that only spell the symbol of a public document: "A-HRC-52-97.pdf"."""
    rows = tables.Document.objects.using(archive.alias)
    symbols = {_letters(symbol) for (symbol,) in rows.filter(sha256__in=public.papers).values_list("symbol")}
    for (name,) in rows.values_list("name"):
        yield "file name", name
        yield "file name", PurePath(name).name
        stem = PurePath(name).stem
        yield "file name", stem if len(stem) > 5 and _letters(stem) not in symbols else ""
    for (name,) in tables.CodedSource.objects.using(archive.alias).values_list("name"):
        yield "file name", name
    yield "place of the archive", archive.location
    yield "place of the archive", PurePath(archive.location).name


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _decided(archive: Archive, _: Public) -> Iterator[tuple[str, str]]:
    rows = tables.Judgement.objects.using(archive.alias)
    for who, reason, withdrawn in rows.values_list("who", "reason", "withdrawn_by"):
        yield "author of a decision", who
        yield "author of a decision", withdrawn
        yield "reason of a decision", reason if len(reason) >= _SHORTEST_REASON else ""


def _written(archive: Archive, public: Public) -> Iterator[tuple[str, str]]:
    rows = tables.WrittenVersion.objects.using(archive.alias).select_related("paper")
    for row in rows:
        yield "author of a version", row.who
        yield "reason of a version", row.reason if len(row.reason) >= _SHORTEST_REASON else ""
        if row.paper.uid in public.written and row.number == row.paper.current:
            continue
        kind = "older version" if row.paper.uid in public.written else "draft"
        yield kind, row.title if kind == "draft" else ""
        yield from ((kind, block.text) for block in blocks_of(row.text) if len(block.text) >= _SHORTEST_PASSAGE)
        yield from ((kind, name) for name in (row.paper.authors if kind == "draft" else ()))


def _assessments(archive: Archive, public: Public) -> Iterator[tuple[str, str]]:
    """Who put assessments on record; and what voices say that were not chosen, as papers tell it in any language."""
    chosen = {voice_name(voice) for voice in public.voices}
    for row in tables.Assessment.objects.using(archive.alias):
        one = load_assessment(row)
        yield "who put an assessment on record", one.who if voice_name(one.who) not in chosen else ""
        yield "who withdrew an assessment", one.withdrawn_by
        yield (
            "reason of a withdrawn assessment",
            one.withdrawn_why if len(one.withdrawn_why) >= _SHORTEST_REASON else "",
        )
        yield "id of an assessment", one.id
        if one.stands and voice_name(one.name) in chosen:
            continue
        kind = "assessment that was not chosen"
        yield kind, one.reasons if len(one.reasons) >= _SHORTEST_REASON else ""
        yield from ((kind, told(one, language)) for language in paper_words.LANGUAGES)
        yield from ((kind, source.text) for source in one.evidence if source.place is None)


def _cases(archive: Archive, _: Public) -> Iterator[tuple[str, str]]:
    for (name,) in tables.CaseKeeper.objects.using(archive.alias).values_list("name"):
        yield "keeper of cases", name
    for (uid,) in tables.CaseFile.objects.using(archive.alias).values_list("uid"):
        yield "id of a case", uid


def _other_papers(archive: Archive, public: Public) -> Iterator[tuple[str, str]]:
    """Papers that were not chosen: what they are called, their sums, what they say and ask."""
    others = tables.Document.objects.using(archive.alias).exclude(sha256__in=public.papers)
    for row in others.defer("reasons", "dates", "related"):
        yield "paper that was not chosen", row.sha256
        yield "paper that was not chosen", row.sha256[:12]
        yield "paper that was not chosen", row.title
        yield "warning about a paper", " ".join(map(str, row.warnings))
        yield from (("publisher that was not chosen", str(name)) for name in row.publishers)
    for table, kind in ((tables.Claim, "claim"), (tables.Proposal, "proposal")):
        rows = table.objects.using(archive.alias).filter(document__in=others)
        for text, key in rows.values_list("text", "key"):
            yield f"{kind} of a paper that was not chosen", text if len(text) >= _SHORTEST_PASSAGE else ""
            yield f"{kind} of a paper that was not chosen", key
    for (text,) in tables.SourceNote.objects.using(archive.alias).filter(document__in=others).values_list("url"):
        yield "source of a paper that was not chosen", text


def _metadata(archive: Archive, _: Public) -> Iterator[tuple[str, str]]:
    rows = tables.Document.objects.using(archive.alias).select_related("reading")
    for row in rows.iterator(chunk_size=8):
        metadata = documents.load(row).metadata
        yield "author in a file's own data", metadata.author
        yield "program in a file's own data", metadata.producer
        yield "title in a file's own data", metadata.title


def _public_words(archive: Archive, public: Public) -> str:
    """The words of what was chosen, in which nothing is private but names of persons and file names."""
    rows = tables.Document.objects.using(archive.alias).filter(sha256__in=public.papers).select_related("reading")
    found = [f"{row.title} {' '.join(map(str, row.publishers))} {row.kind}" for row in rows]
    found += [documents.load(row).text for row in rows]
    versions = tables.WrittenVersion.objects.using(archive.alias).filter(paper__uid__in=public.written)
    for version in versions.select_related("paper"):
        if version.number == version.paper.current:
            found += [version.title, version.text, " ".join(version.paper.authors)]
    found += [states.name(code, language) for code in states.codes() for language in paper_words.LANGUAGES]
    chosen = {voice_name(voice) for voice in public.voices}
    every = map(load_assessment, tables.Assessment.objects.using(archive.alias).filter(withdrawn_when=None))
    said = [one for one in every if voice_name(one.name) in chosen]
    found += [told(one, language) for one in said for language in paper_words.LANGUAGES]
    return _plain("\n".join(found))


_GATHERED: tuple[Callable[[Archive, Public], Iterator[tuple[str, str]]], ...] = (
    _file_names,
    _decided,
    _written,
    _assessments,
    _cases,
    _other_papers,
    _metadata,
)
_NEVER_PUBLIC = frozenset({"file name", "place of the archive", "id of a case"})


def _readable(content: bytes) -> str:
    """What a page says anywhere in it, attributes, scripts and comments with it, and its text without marks."""
    text = content.decode("utf-8", "replace")
    # Marks inside a line must not part a name: "Na<b>dia</b>".
    running = _INLINE_TAG.sub("", _TAG.sub("\n", text))
    decoded = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return unescape(f"{text}\n{running}\n{decoded}")


def _plain(text: str) -> str:
    return " ".join(unescape(text).casefold().split())
