"""Reading Word files. They are made of XML by the tests; the States in them do not exist."""

import io

import docx as python_docx
import pytest

from onrecord.errors import LockedFile
from onrecord.model import Document, ParagraphKind
from onrecord.reading import read
from onrecord.reading.docx_numbers import formatted
from reading import made
from reading.invariants import check
from reading.made import p, w

_FORMS = ("decimal", "lowerLetter", "lowerRoman")
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for i, (start, form, text) in enumerate(
        [(75, "decimal", "%1."), (1, "decimal", "%1.%2"), (1, "lowerLetter", "(%3)"), (1, "lowerRoman", "(%4)")]
    )
)
_BULLETS = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
_NUMBERING = w(
    "numbering",
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_BULLETS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>",
)
_STYLES = w(
    "styles",
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="HChG"><w:name w:val="_ H _Ch_G"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H23G"><w:name w:val="_ H_2/3_G"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="X"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)


def _read(body: str, **parts: str) -> Document:
    document = read(made.docx(body, **parts))
    check(document)
    return document


def _listed(level: int, list_id: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def _style(identity: str) -> str:
    return f'<w:pStyle w:val="{identity}"/>'


def _shape(document: Document) -> list[tuple[str, int, str]]:
    return [(paragraph.number, paragraph.level, paragraph.text) for paragraph in document.paragraphs]


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    body = (
        p("Chapeau", _listed(0)) + p("first", _listed(1)) + p("second", _listed(1)) + p("letter", _listed(2))
        + p("roman", _listed(3)) + p("letter", _listed(2)) + p("third", _style("Item")) + p("letter", _listed(2))
        + p("plain") + p("Next", _listed(0)) + p("first", _listed(1)) + p("bullet", _listed(0, 2))
        + p("Anew", _listed(0, 3)) + p("no number", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )  # fmt: skip
    assert _shape(_read(body, numbering=_NUMBERING, styles=_STYLES)) == [
        ("75", 0, "Chapeau"),
        ("75.1", 1, "first"),
        ("75.2", 1, "second"),
        ("(a)", 2, "letter"),
        ("(i)", 3, "roman"),
        ("(b)", 2, "letter"),
        ("75.3", 1, "third"),
        ("(a)", 2, "letter"),
        ("", 0, "plain"),
        ("76", 0, "Next"),
        ("76.1", 1, "first"),
        ("", 1, "bullet"),
        ("1", 0, "Anew"),
        ("", 0, "no number"),
    ]


def test_automatic_numbers_do_not_stand_in_the_text_as_found() -> None:
    assert _read(p("Chapeau", _listed(0)), numbering=_NUMBERING).found == "Chapeau\n"


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "lowerLetter", "z"),
        (28, "lowerLetter", "bb"),
        (3, "russianLower", "в"),
        (7, "decimalZero", "07"),
        (0, "lowerLetter", "0"),
    ],
)
def test_forms_of_numbers(number: int, form: str, expected: str) -> None:
    assert formatted(number, form) == expected


def test_typed_numbers_are_split_off() -> None:
    document = _read(p("126.44. Repeal article 12;") + p("(a) at once") + p("2.5 million were lost") + p("– a dash"))
    assert _shape(document) == [
        ("126.44", 1, "Repeal article 12;"),
        ("(a)", 1, "at once"),
        ("", 0, "2.5 million were lost"),
        ("", 1, "a dash"),
    ]


def test_headings_by_style_outline_level_and_letter() -> None:
    body = (
        p("One", _style("H1")) + p("Based on one", _style("Sub")) + p("UN chapter", _style("HChG"))
        + p("UN part", _style("H23G")) + p("By outline", _style("Out")) + p("ARVENIA", run="<w:b/>")
        + p("Bold words that end a sentence.", run="<w:b/>") + p("Not bold", run='<w:b w:val="0"/>')
    )  # fmt: skip
    document = _read(body, styles=_STYLES)
    headings = [(x.level, x.text) for x in document.paragraphs if x.kind is ParagraphKind.HEADING]
    assert headings == [
        (1, "One"), (1, "Based on one"), (1, "UN chapter"), (3, "UN part"), (3, "By outline"), (4, "ARVENIA"),
    ]  # fmt: skip


def test_cells_know_row_and_column_and_merged_ones_stand_once() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"

    wide, top, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = f"<w:tr>{cell(p('Theme'), wide)}{cell(p('Position'))}</w:tr>"
    second = f"<w:tr>{cell(p('75.1 Ratify it') + p('Source: list'), top)}{cell(p('A'))}{cell(p('Noted'))}</w:tr>"
    third = f"<w:tr>{cell(p(''), below)}{cell(p('B'))}{cell(p(''))}</w:tr>"
    control = f"<w:sdt><w:sdtContent>{third}</w:sdtContent></w:sdt>"
    table = f"<w:tbl>{first}{second}{control}</w:tbl>"
    document = _read(p("Before") + table + p("Between") + f"<w:tbl>{first}</w:tbl>")
    cells = [(x.row, x.column, x.number, x.text) for x in document.paragraphs if x.kind is ParagraphKind.CELL]
    assert cells == [
        (0, 0, "", "Theme"), (0, 2, "", "Position"),
        (1, 0, "75.1", "Ratify it"), (1, 0, "", "Source: list"), (1, 1, "", "A"), (1, 2, "", "Noted"),
        (2, 1, "", "B"),
        (3, 0, "", "Theme"), (3, 2, "", "Position"),
    ]  # fmt: skip


def _cited(kind: str, identity: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def test_notes_are_numbered_and_tied() -> None:
    body = (
        f"<w:p><w:r><w:t>Arvenia agreed</w:t></w:r>{_cited('footnote', 7)}<w:r><w:t>, Lower Selm</w:t></w:r>"
        f"{_cited('endnote', 2)}<w:r><w:t> did not.</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>Later</w:t></w:r>{_cited('footnote', 3)}</w:p>"
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    feet = "".join(f'<w:footnote w:id="{i}">{p(f" Foot {i}.")}{p("More.")}</w:footnote>' for i in (3, 7, 9))
    ends = w("endnotes", f'<w:endnote w:id="2">{p("End.")}</w:endnote>')
    document = _read(body, footnotes=w("footnotes", separator + feet), endnotes=ends)
    assert document.paragraphs[0].text == "Arvenia agreed, Lower Selm did not."
    assert document.found.startswith("Arvenia agreed1, Lower Selmi did not.")
    assert [(n.mark, n.text, n.paragraph, document.text[: n.mark_at]) for n in document.notes] == [
        ("1", "Foot 7. More.", 0, "Arvenia agreed"),
        ("i", "End.", 0, "Arvenia agreed, Lower Selm"),
        ("2", "Foot 3. More.", 1, "Arvenia agreed, Lower Selm did not.\nLater"),
    ]


def test_changes_fields_boxes_and_breaks() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instruction = f"{field('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{field('separate')}"
    page = f"{instruction}<w:r><w:t>17</w:t></w:r>{field('end')}"
    body = (
        "<w:p><w:r><w:t>The State</w:t></w:r><w:del><w:r><w:delText> old</w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:t> new</w:t></w:r></w:ins>{page}<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t></w:r>"
        f"<w:r><w:txbxContent>{p('In a box')}</w:txbxContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{p('In a control')}</w:sdtContent></w:sdt>"
    )
    assert [x.text for x in _read(body).paragraphs] == ["The State new tab line", "In a box", "In a control"]


def test_running_heads_stand_first_and_once() -> None:
    head = w("hdr", p("Review of Arvenia (4th cycle)"))
    document = _read(p("Text"), header1=head, header2=head, header3=w("hdr", p("")))
    assert document.text == "Review of Arvenia (4th cycle)\nText"


def test_metadata() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>List</dc:title><dc:creator>A. Clerk</dc:creator><t:created>2023-04-05T06:07:08Z</t:created>"
        "</cp:coreProperties>"
    )
    said = _read(p("Text"), core=core).metadata
    assert (said.format, said.title, said.author, said.created) == ("docx", "List", "A. Clerk", "2023-04-05")


def test_a_file_made_by_another_library() -> None:
    made_elsewhere = python_docx.Document()
    made_elsewhere.add_heading("Report on Arvenia", level=1)
    made_elsewhere.add_paragraph("First point", style="List Number")
    made_elsewhere.add_paragraph("Second point", style="List Number")
    made_elsewhere.add_paragraph("A point", style="List Bullet")
    table = made_elsewhere.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Wide"
    table.cell(1, 1).text = "75.2 Ratify"
    target = io.BytesIO()
    made_elsewhere.save(target)
    document = read(target.getvalue())
    check(document)
    assert [(x.kind.value, x.number, x.level, x.row, x.column, x.text) for x in document.paragraphs] == [
        ("heading", "", 1, None, None, "Report on Arvenia"),
        ("body", "1", 0, None, None, "First point"),
        ("body", "2", 0, None, None, "Second point"),
        ("body", "", 1, None, None, "A point"),
        ("cell", "", 0, 0, 0, "Wide"),
        ("cell", "75.2", 1, 1, 1, "Ratify"),
    ]


def test_macros_and_strict_files_are_read_too() -> None:
    members = made.docx_members(p("Text of Arvenia"))
    types = str(members["[Content_Types].xml"])
    macro = types.replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main", "vnd.ms-word.document.macroEnabled.main"
    )
    assert read(made.zipped(members | {"[Content_Types].xml": macro})).text == "Text of Arvenia"
    strict = {
        name: str(xml).replace(
            "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
        )
        for name, xml in members.items()
    }
    assert read(made.zipped(strict)).text == "Text of Arvenia"


def test_a_locked_file_says_what_to_do() -> None:
    with pytest.raises(LockedFile) as caught:
        read(made.ole({"EncryptedPackage": b"x"}), name="answers.docx")
    assert "password" in str(caught.value)
