"""What papers of NGOs are: kind, publishers, date, State and review, each with its reason."""

import pytest

from onrecord.extraction.by_kind import extract
from onrecord.extraction.identity import identify
from onrecord.model import Identity, Kind, Mechanism
from onrecord.reading import read

BODY = (
    "The police of Arvenia beat forty people at a rally in Old Harbour and nobody was charged for it. "
    "The courts of Arvenia jailed seven editors without hearing a single witness for the defence. "
    "The law on rallies lets the Ministry of Order ban every meeting for any reason it likes."
)


def identity_of(*paragraphs: str) -> Identity:
    return identify(read("\n\n".join(paragraphs).encode(), name="paper.txt"))


def reason(identity: Identity, name: str) -> str:
    return dict(identity.reasons)[name]


@pytest.mark.parametrize(
    ("paragraphs", "kind"),
    [
        (("Joint submission to the Universal Periodic Review of Arvenia", BODY), Kind.JOINT_SUBMISSION),
        (("Submission to the Human Rights Committee on Arvenia", BODY), Kind.SUBMISSION),
        (("Arvenia: Briefing paper on lawyers", BODY), Kind.BRIEFING_PAPER),
        (("Arvenia: Editors jailed", "5 May 2021 | Press release", BODY), Kind.PRESS_RELEASE),
        (
            ("Arvenia: Editors jailed", f"(Selm) – {BODY}", "“It is bad,” said Ada Lorn of Selm Watch."),
            Kind.PRESS_RELEASE,
        ),
        (("Arvenia: Editors jailed", BODY, "We strongly condemn the violence of the police."), Kind.STATEMENT),
        (("National Human Rights Action Plan of Arvenia", BODY), Kind.NATIONAL_PLAN),
        (
            ("Arvenia: A report on lawyers", "The report has been drafted by a coalition of lawyers.", BODY),
            Kind.REPORT_NOTICE,
        ),
        (("Arvenia: Editors jailed", BODY), Kind.OTHER),
        (("URGENT ACTION", "EDITOR BEATEN IN ARVENIA", BODY), Kind.STATEMENT),
        (("Open letter to the President of Arvenia", "Dear President,", BODY), Kind.STATEMENT),
        (
            ("Arvenia: the editors", "Dear Minister,", f"We, the undersigned organisations, urge you to act. {BODY}"),
            Kind.STATEMENT,
        ),
    ],
)
def test_kinds(paragraphs: tuple[str, ...], kind: Kind) -> None:
    identity = identity_of(*paragraphs)
    assert identity.kind is kind
    assert reason(identity, "kind")
    assert identity.state == "XAV"


@pytest.mark.parametrize(
    ("paragraphs", "publishers"),
    [
        (("Selm Watch", "5 May 2021 | News", "Arvenia: Editors jailed", BODY), ("Selm Watch",)),
        (
            (
                "Joint submission on Arvenia",
                "Submitted by: Selm Watch, Bureau for Law and Justice, and Harbour Forum",
                BODY,
            ),
            ("Selm Watch", "Bureau for Law and Justice", "Harbour Forum"),
        ),
        (
            (
                "Arvenia: Editors jailed",
                f"(Selm) – {BODY} Selm Watch said today.",
                "“It is bad,” said Ada Lorn, researcher at Selm Watch.",
            ),
            ("Selm Watch",),
        ),
        (
            (
                "Arvenia: Editors jailed",
                BODY,
                "For more information, please contact:",
                "Ada Lorn, Head of the office of the Harbour Foundation at a@h.example",
            ),
            ("Harbour Foundation",),
        ),
        (("Arvenia: Editors jailed", BODY), ()),
    ],
)
def test_publishers_are_those_the_paper_names(paragraphs: tuple[str, ...], publishers: tuple[str, ...]) -> None:
    identity = identity_of(*paragraphs)
    assert identity.publishers == publishers
    assert (reason(identity, "publishers") == "Not stated.") is (publishers == ())


@pytest.mark.parametrize(
    ("paragraphs", "date"),
    [
        (("07/25/2021 | Press release", "Arvenia: Editors jailed", BODY), "2021-07-25"),
        (("05/06/2021 | Press release", "Arvenia: Editors jailed", BODY), "2021"),
        (("Arvenia: Editors jailed", f"Selm 23 June 2021 - {BODY}"), "2021-06-23"),
        (("Arvenia: Editors jailed", f"(Selm, June 23, 2021) – {BODY}"), "2021-06-23"),
        (("Briefing paper on Arvenia", "June 2021", BODY), "2021-06"),
        (("Briefing paper on Arvenia in 2021", f"In May 2020 it rained. {BODY}"), ""),
    ],
)
def test_dates_are_as_precise_as_stated(paragraphs: tuple[str, ...], date: str) -> None:
    identity = identity_of(*paragraphs)
    assert identity.date == date
    assert (reason(identity, "date") == "Not stated.") is (date == "")


def test_the_review_a_paper_is_about() -> None:
    identity = identity_of(
        "Arvenia: Editors jailed",
        f"Arvenia will be reviewed at the 48th session of the Universal Periodic Review in January 2025. {BODY}",
    )
    assert (identity.mechanism, identity.session, identity.cycle) == (Mechanism.UPR, 48, 4)
    assert dict(identity.dates)["review"] == "2025-01"
    assert "48th session" in reason(identity, "session")


def test_a_review_by_a_committee_with_its_days() -> None:
    text = (
        "On 22 and 23 June 2021 the Human Rights Committee reviewed Arvenia. We welcome its questions about the police."
    )
    identity = identity_of("Arvenia: Editors jailed", f"{text} {BODY}")
    assert identity.mechanism is Mechanism.TREATY_BODY
    assert dict(identity.dates)["review"] == "2021-06-22/2021-06-23"


def test_a_paper_that_speaks_of_concluding_observations_is_none() -> None:
    identity = identity_of(
        "Arvenia: Editors jailed", f"In its Concluding observations on Arvenia the Committee was worried. {BODY}"
    )
    assert identity.kind is not Kind.CONCLUDING_OBSERVATIONS


@pytest.mark.parametrize(
    "paragraphs",
    [("Excellency,", f"I write about Arvenia. {BODY}"), ("Arvenia", "Seven editors", "Forty people", "Old Harbour")],
)
def test_letters_and_lists_are_not_read_as_papers(paragraphs: tuple[str, ...]) -> None:
    findings = extract(read("\n\n".join(paragraphs).encode(), name="paper.txt"))
    assert findings.identity.kind is Kind.OTHER
    assert findings.claims == ()
    assert "letter" in reason(findings.identity, "kind") or "full sentences" in reason(findings.identity, "kind")


def test_words_are_counted_without_furniture_notes_and_annexes() -> None:
    text = (
        "Skip to main content",
        "Arvenia: Editors jailed",
        "Seven editors were jailed in May.¹ " + BODY,
        "Annex",
        BODY,
        "¹ Selm Watch, 2021.",
    )
    assert identity_of(*text).words == 3 + 6 + len(BODY.split())


@pytest.mark.parametrize(
    ("line", "publishers", "day"),
    [
        ("Selm Watch – Briefing for delegations – September 2022", ("Selm Watch",), "2022-09"),
        ("The Harbour Lantern, January 2024", ("The Harbour Lantern",), "2024-01"),
        ("Harbour Forum and Selm Watch, 12 January 2024", ("Harbour Forum", "Selm Watch"), "2024-01-12"),
        ("Doors Without Locks – 14 June 2023 – Arvenia", ("Doors Without Locks",), "2023-06-14"),
        ("Watch on Selm. Visits to prisons, report for 2021. April 2022.", ("Watch on Selm",), "2022-04"),
        ("Posted on July 12, 2022 by Friends of Prisoners", ("Friends of Prisoners",), "2022-07-12"),
        ("Published on 4 March 2022 · Harbour Forum · 5 minutes to read", ("Harbour Forum",), "2022-03-04"),
        ("Ada Lorn, Selmgrad | 9 May 2022 | Valley", (), "2022-05-09"),  # a byline: neither author nor place publishes
        ("Fourth cycle, 41st session, November 2022", (), ""),  # the date of a session is not that of the paper
        ("Human Rights Defenders in Arvenia", (), ""),  # a title looks like a name, and is not said again
    ],
)
def test_a_line_on_top_names_publisher_and_date(line: str, publishers: tuple[str, ...], day: str) -> None:
    identity = identity_of("Arvenia: the editors behind bars", line, BODY)
    assert (identity.publishers, identity.date) == (publishers, day)


def test_a_line_without_date_names_the_publisher_where_the_text_tells_what_it_did() -> None:
    said = "The Union of Printers of Arvenia recorded nine raids. "
    identity = identity_of("Printers in the dock", "Union of Printers of Arvenia", said + BODY)
    assert identity.publishers == ("Union of Printers of Arvenia",)


def test_a_press_release_says_that_its_publisher_said_today() -> None:
    lead = "(Selmgrad) – The police of Arvenia should release seven editors, Harbour Beacon said today."
    identity = identity_of("Arvenia: Editors jailed", lead, BODY, "“It is bad,” said Ada Lorn of the union.")
    assert identity.publishers == ("Harbour Beacon",)


def test_a_day_alone_on_a_line_is_no_numbered_heading() -> None:
    identity = identity_of("Submission on Arvenia", "29 March 2022", "A. Editors", BODY)
    assert identity.date == "2022-03-29"


def test_a_text_of_no_known_kind_is_read_if_it_names_who_publishes_it() -> None:
    body = BODY.replace("Arvenia", "Nowhereland")
    findings = extract(read(f"The editors\n\nHarbour Forum, May 2021\n\n{body}".encode(), name="paper.txt"))
    assert findings.identity.kind is Kind.OTHER
    assert findings.claims


def test_organisations_that_sign_are_the_publishers() -> None:
    signed = (
        "We strongly condemn the violence of the police.",
        "Signatories:",
        "Selm League for Open Courts",
        "Harbour Forum",
    )
    assert identity_of("Arvenia: Editors jailed", BODY, *signed).publishers == (
        "Selm League for Open Courts",
        "Harbour Forum",
    )


def test_a_press_release_that_opens_with_what_its_publisher_does_today() -> None:
    lead = f"The Selm Union of Editors (SUE) today joined its members in asking for their release. {BODY}"
    identity = identity_of("PRESS RELEASE", "FOR IMMEDIATE RELEASE", "Arvenia: Editors jailed", lead)
    assert identity.publishers == ("Selm Union of Editors",)
    assert identity.title == "Arvenia: Editors jailed"


def test_whoever_recalls_and_urges_publishes_and_authorities_to_write_to_do_not() -> None:
    identity = identity_of(
        "URGENT APPEAL",
        "Arvenia, September 28, 2023",
        f"Lantern for Defenders has been informed of a raid. {BODY} Lantern for Defenders urges the police to stop.",
        "Addresses:",
        "Minister of Justice of Arvenia, E-mail: minister@justice.example",
    )
    assert identity.publishers == ("Lantern for Defenders",)


def test_an_analysis_by_somebody() -> None:
    identity = identity_of("Arvenia: the draft law on guilds", "Legal analysis by Lex Selmica, November 2023", BODY)
    assert (identity.publishers, identity.date) == (("Lex Selmica",), "2023-11")


def test_an_interview_is_news_of_whom_it_was_made_for() -> None:
    identity = identity_of("They came at night", "Interview by Ada Lorn for The Selm Review, May 2023", BODY)
    assert (identity.kind, identity.publishers) == (Kind.NEWS, ("The Selm Review",))


def test_a_double_year_in_a_title_is_no_date_of_the_paper() -> None:
    assert (
        identity_of("THE WORLD'S RIGHTS 2022/23", "Published by Selm Watch on 27 April 2023", BODY).date == "2023-04-27"
    )
