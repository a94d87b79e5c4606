"""A finished paper as a Word file with real footnotes."""

import io
import re
import zipfile
from functools import cache

from onrecord.vocabulary import paper_words as words
from onrecord.writing.assembled import assemble
from onrecord.writing.finished import Finished
from onrecord.writing.paper_pandoc import default_styles, docx_of, tree_of, with_meta

_FONT = "Cambria"
_COLOURED = re.compile(r'<w:color\s[^>]*w:val="(?!auto)[0-9A-Fa-f]{6}"[^>]*/>')
_FONTS = re.compile(r"<w:rFonts\b[^>]*/>")
_FRONT = re.compile(rb'(<w:pStyle w:val="(?:Title|Subtitle|Author)"\s*/>)')
_EPOCH = (1980, 1, 1, 0, 0, 0)


def paper_docx(paper: Finished) -> bytes:
    """The paper as the bytes of a DOCX file: headings, tables and footnotes are Word's own; title and language set.

    Raises:
        UnreadablePaper: the text cannot be understood or a note leads nowhere.
    """
    assembled = assemble(paper)
    direction = "rtl" if paper.language in words.RIGHT_TO_LEFT else ""
    tree = with_meta(
        tree_of(assembled.markdown),
        title=paper.title,
        subtitle=paper.subtitle,
        author=", ".join(paper.authors),
        lang=paper.language,
        dir=direction,
    )
    return _finished(docx_of(tree, reference=_styles()), right_to_left=bool(direction))


@cache
def _styles() -> bytes:
    """Pandoc's own styles in black and in one letter for Latin, Cyrillic and Arabic, with ruled tables."""
    raw, packed = io.BytesIO(default_styles()), io.BytesIO()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/styles.xml":
                text = _COLOURED.sub('<w:color w:val="000000"/>', content.decode("utf-8"))
                fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="Times New Roman"/>'
                content = _FONTS.sub(fonts, text).encode("utf-8")
            after.writestr(name, content)
    return packed.getvalue()


def _finished(content: bytes, *, right_to_left: bool) -> bytes:
    """The file without the hour at which it was made, so that the same paper gives the same bytes; with the lines
    below the title, which pandoc leaves as they are, in the direction of the paper."""
    raw, packed = io.BytesIO(content), io.BytesIO()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", b"", part, flags=re.DOTALL)
            if name == "word/document.xml" and right_to_left:
                part = _FRONT.sub(rb"\1<w:bidi/>", part)
            after.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
