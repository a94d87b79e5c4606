"""Markdown to other forms, by pandoc (a program of its own, GPL, that comes inside the package pypandoc-binary).

Words of a paper are data: pandoc runs in its sandbox, raw HTML, TeX and mathematics are off, pictures become their
words, and addresses other than of the web and of mail are taken out.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_OFF = (
    *("raw_html", "raw_tex", "raw_attribute", "tex_math_dollars", "citations", "smart", "yaml_metadata_block"),
    *("pandoc_title_block", "example_lists", "header_attributes", "link_attributes", "fenced_code_attributes"),
    *("inline_code_attributes", "native_divs", "native_spans", "bracketed_spans", "fenced_divs", "implicit_figures"),
    *("inline_notes", "mmd_title_block", "latex_macros", "auto_identifiers"),
)
FORM = "markdown" + "".join(f"-{name}" for name in _OFF if name != "mmd_title_block")
_ADDRESSES = ("https://", "http://", "mailto:", "#")
Tree = Any  # pandoc's own form of a text, as JSON


def tree_of(markdown: str) -> Tree:
    """The text as pandoc understands it, made harmless."""
    import pypandoc

    tree = json.loads(pypandoc.convert_text(markdown, "json", format=FORM, extra_args=["--sandbox"]))
    tree["blocks"] = _levelled(_safe(tree["blocks"]))
    return tree


def converted(tree: Tree, form: str) -> str:
    """The text in a form that is text itself: "html5", "typst", "plain"."""
    import pypandoc

    return str(pypandoc.convert_text(json.dumps(tree), form, format="json", extra_args=["--sandbox", "--wrap=none"]))


def docx_of(tree: Tree, *, reference: bytes) -> bytes:
    """The text as a Word file with the styles of ``reference``."""
    import pypandoc

    with TemporaryDirectory() as folder:
        styles, target = Path(folder, "styles.docx"), Path(folder, "paper.docx")
        styles.write_bytes(reference)
        pypandoc.convert_text(
            json.dumps(tree),
            "docx",
            format="json",
            outputfile=str(target),
            extra_args=["--sandbox", f"--reference-doc={styles}"],
        )
        return target.read_bytes()


def default_styles() -> bytes:
    """The Word file from which pandoc takes its styles."""
    import subprocess

    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def with_meta(tree: Tree, **values: str) -> Tree:
    """The same text with a title, a language, a direction …"""
    meta = {name: {"t": "MetaString", "c": value} for name, value in values.items() if value}
    return {**tree, "meta": meta}


def _levelled(blocks: list[Tree]) -> list[Tree]:
    """Headings below the paper's title, none of them a step too deep: readers for the blind go by these levels."""
    before = 1
    for block in blocks:
        if block["t"] == "Header":
            before = block["c"][0] = max(2, min(block["c"][0], before + 1))
    return blocks


def _safe(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_safe(part) for part in value]
    if not isinstance(value, dict):
        return value
    kind = value.get("t")
    if kind == "Image":
        return {"t": "Emph", "c": _safe(value["c"][1])}
    if kind in ("RawInline", "RawBlock", "Math"):
        return {"t": "Str", "c": ""} if kind != "RawBlock" else {"t": "Null"}
    if kind == "Link" and not value["c"][2][0].lower().startswith(_ADDRESSES):
        return {"t": "Emph", "c": _safe(value["c"][1])}
    return {name: _safe(part) for name, part in value.items()}
