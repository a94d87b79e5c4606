"""Opens the package of a Word file: its XML parts, each within limits and without entities.

python-docx does this too, but has no access to notes and lists, passes over content controls, refuses documents with
macros, and unpacks everything before any limit can be held against it.
"""

from __future__ import annotations

import io
import posixpath
from typing import TYPE_CHECKING

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from lxml import etree

from onrecord.errors import DamagedFile, HostileFile
from onrecord.reading.limits import Limits, check_tags, readable
from onrecord.reading.zipped import Budget, check_member, malformed_is_damaged, opened, unpacked

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"


class Package:
    """The parts of a Word file. Parts are read when asked for.

    Raises:
        DamagedFile, HostileFile, LockedFile, TooLarge: from the constructor and from every method.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._budget = Budget(limits)
        self._archive = opened(data, name, limits)
        self._budget.take_members(len(self._archive.infolist()), name)
        for info in self._archive.infolist():
            check_member(info, limits, name)
        total = sum(info.file_size for info in self._archive.infolist())
        Budget(limits).take(total, name)
        self.main = self._target("", "/officeDocument") or _MAIN

    def tree(self, path: str) -> Element | None:
        """The root of one XML part; None if there is no such part."""
        data = self._bytes(path)
        if data is None:
            return None
        check_tags(data, self._limits, self._name)
        _check_no_entities(data, path, self._name)
        return self._parsed(data, path)

    def related(self, kind: str) -> list[Element]:
        """The parts of a kind ("/styles", "/header") that the main part points to."""
        trees = (self.tree(path) for path in self._targets(self.main, kind))
        return [tree for tree in trees if tree is not None]

    def first(self, kind: str) -> Element | None:
        """The first part of a kind that the main part points to."""
        return next(iter(self.related(kind)), None)

    def properties(self) -> Element | None:
        """The part with title, author and dates."""
        path = self._target("", "/core-properties")
        return self.tree(path) if path else None

    def _target(self, source: str, kind: str) -> str:
        return next(iter(self._targets(source, kind)), "")

    def _targets(self, source: str, kind: str) -> list[str]:
        folder, file = posixpath.split(source)
        tree = self.tree(posixpath.join(folder, "_rels", file + ".rels"))
        if tree is None:
            return []
        targets = [
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            for relation in tree.iter(_RELATIONSHIP)
            if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External"
        ]
        return list(dict.fromkeys(targets))

    def _bytes(self, path: str) -> bytes | None:
        try:
            info = self._archive.getinfo(path)
        except KeyError:
            return None
        with malformed_is_damaged(self._name):
            data = unpacked(self._archive, info, self._budget, self._name, most=self._limits.part_bytes)
        # ISO 29500 "strict" files differ in the names of their namespaces only, as far as text goes.
        return data.replace(_STRICT + b"wordprocessingml/main", _USUAL + b"wordprocessingml/2006/main")

    def _parsed(self, data: bytes, path: str) -> Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise DamagedFile(
                f"The part {path} of the Word file ({readable(len(data))}) is malformed: {error.msg}.",
                advice="Open it in Word or LibreOffice, let it repair the file, and save it again.",
                where=self._name,
            ) from error


def _check_no_entities(data: bytes, path: str, name: str) -> None:
    """A document type can only stand before the first element: parsing stops there."""
    try:
        for _event in iterparse(io.BytesIO(data), events=("start",), forbid_dtd=True):
            break
    except DefusedXmlException as error:
        raise HostileFile(
            f"The part {path} declares a document type with entities, which no Word file does.",
            advice="Do not open it; ask its sender how it was made.",
            where=name,
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedFile(
            f"The part {path} of the Word file is malformed: {error}.",
            advice="Open it in Word or LibreOffice, let it repair the file, and save it again.",
            where=name,
        ) from error
