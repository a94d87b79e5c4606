"""Whose words a compilation tells: bodies by the symbols in its notes, special procedures by its words."""

from extraction.committee.made import found_in

BODY = """1. The Committee against Torture recommended that Arvenia repeal its law on prisons.[1] The same Committee \
was concerned about two camps.[2]

2. The Special Rapporteur on minority issues noted progress.[3] UNESCO and the Human Rights Committee regretted the \
delay.[4]

3. Another law was criticized in the report on minorities.[5]"""
NOTES = """[1] CAT/C/XAV/CO/2, para. 9. See also E/C.12/XAV/CO/1, para. 4.

[2] CAT/C/XAV/CO/2, para. 11.

[3] A/HRC/51/44/Add.2, paras. 12–14.

[4] UNESCO submission, para. 3 and CCPR/C/XAV/CO/4, para. 8.

[5] A/HRC/51/44/Add.2, para. 20. See also ibid., para. 30."""


def test_bodies_by_symbols_and_words() -> None:
    found = found_in("compilation", BODY, NOTES)
    assert [(claim.place.paragraph, claim.stakeholders) for claim in found.claims] == [
        ("1", ("CAT", "CESCR")),
        ("1", ("CAT",)),
        ("2", ("SR-minorities",)),
        ("2", ("UNESCO", "CCPR")),
        ("3", ("SR-minorities",)),
    ]


def test_the_text_tells_whose_paper_of_the_council_it_is() -> None:
    found = found_in("compilation", BODY, NOTES)
    told = [(one.note, one.source, one.document, one.also) for one in found.citations if one.note in ("1", "3")]
    assert told == [
        ("1", "CAT", "CAT/C/XAV/CO/2", False),
        ("1", "CESCR", "E/C.12/XAV/CO/1", True),
        ("3", "SR-minorities", "A/HRC/51/44/Add.2", False),
    ]


def test_ibid_means_the_source_named_last() -> None:
    notes = "[1] CAT/C/XAV/CO/2, para. 9. See also CRC/C/XAV/CO/3, para. 4.\n\n[2] Ibid., para. 5."
    body = "1. The Committee against Torture was concerned.[1] The Committee on the Rights of the Child noted it.[2]"
    found = found_in("compilation", body, notes)
    assert [one.source for one in found.citations if one.note == "2"] == ["CRC"]
