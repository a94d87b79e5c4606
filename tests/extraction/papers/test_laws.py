"""Laws as papers name them; all texts are invented."""

import pytest

from extraction.written import written
from onrecord.extraction.papers.laws import read_laws
from onrecord.extraction.papers.units import Layout, Paper
from onrecord.model import Identity, Named


def read(*lines: str, state: str = "XAV") -> dict[str, list[str]]:
    """Mentions by id."""
    document = written(*lines)
    return {law.id: [document.text[m.start : m.end] for m in law.mentions] for law in named(*lines, state=state)}


def named(*lines: str, state: str = "XAV") -> tuple[Named, ...]:
    return read_laws(Paper(written(*lines), Identity(state=state), Layout(())))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Article 317-1 of the Criminal Code was added.",
            {"law:XAV:criminal-code:317-1": ["Article 317-1 of the Criminal Code"]},
        ),
        (
            "A new Article 5 to the Arvenian Penal Code.",
            {"law:XAV:penal-code:5": ["Article 5 to the Arvenian Penal Code"]},
        ),
        (
            "Article 212-bis of the Criminal Code was added.",
            {"law:XAV:criminal-code:212-bis": ["Article 212-bis of the Criminal Code"]},
        ),
        ("This breaches Article 19 ICCPR.", {"law:ICCPR:19": ["Article 19 ICCPR"]}),
        ("See Criminal Code, art. 164.", {"law:XAV:criminal-code:164": ["Criminal Code, art. 164"]}),
        (
            "Article 32 of Arvenia's Constitution.",
            {"law:XAV:Constitution:32": ["Article 32 of Arvenia's Constitution"]},
        ),
        (
            "Section 295A of the Penal Code of Lower Selm is old.",
            {"law:XLS:penal-code:295A": ["Section 295A of the Penal Code of Lower Selm"]},
        ),
        (
            "Article 24(1) of the Law on Public Order applies.",
            {"law:XAV:law:order-public:24(1)": ["Article 24(1) of the Law on Public Order"]},
        ),
    ],
)
def test_articles(text: str, expected: dict[str, list[str]]) -> None:
    found = {name: mentions for name, mentions in read(text).items() if name.split(":")[-1][0].isdigit()}
    assert found == expected


def test_a_list_of_articles_is_several_laws() -> None:
    assert {"law:XAV:criminal-code:400", "law:XAV:criminal-code:403"} <= set(
        read("Articles 400 and 403 of the Criminal Code must go.")
    )
    assert {"law:XAV:criminal-code:130", "law:XAV:criminal-code:131"} <= set(
        read("Repeal articles 130 (insult) and 131 of the Criminal Code.")
    )


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The 2004 law on peaceful assemblies, which is strict, stays.", "The 2004 law on peaceful assemblies"),
        ("Parliament has a harsh religion law in May 2011 that binds.", "a harsh religion law in May 2011"),
        ("The recently adopted law on radio, also named here, stays.", "The recently adopted law on radio"),
        ("Experts read the Law 'On State Secrets' twice.", "the Law 'On State Secrets'"),
        (
            'The 2011 Law of the Republic of Arvenia "On Religious Associations" remains.',
            'The 2011 Law of the Republic of Arvenia "On Religious Associations"',
        ),
        ("It used Federal Law No. 121-FZ of 20 July 2012 against them.", "Federal Law No. 121-FZ of 20 July 2012"),
        ("They asked for amending legislation criminalizing libel; so.", "legislation criminalizing libel"),
        ("In 2012, the Selmian Parliament adopted amendments to the laws entitled 'On the Crown', again.",
         "amendments to the laws entitled 'On the Crown'"),
        ("The Anti-Terrorism Act 2008 was misused.", "The Anti-Terrorism Act 2008"),
        ("He faces the offence of “spreading panic” now.", "the offence of “spreading panic”"),
        ("Vague articles on extremism and on incitement to social, tribal or religious hatred, often used.",
         "on incitement to social, tribal or religious hatred"),
    ],
)  # fmt: skip
def test_laws_told_by_their_subject(text: str, mention: str) -> None:
    assert mention in [words for mentions in read(text).values() for words in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "International human rights law and the rule of law protect everybody.",
        "Law enforcement officers and a law firm were there.",
        "The State should draft laws and protocols, and review legislation on freedom of assembly.",
        "The national legislation is repressive.",
        "Domestic law is applied under martial law.",
        "Section 6 tells of it.",
        "ARTICLE 19 welcomed the report.",
        "Parliament will act on the draft report.",
        "The bill was high.",
        "The committee's own case-law and a socially dangerous act.",
    ],
)
def test_what_is_no_law(text: str) -> None:
    assert read(text) == {}


def test_offences_somebody_is_charged_with() -> None:
    assert set(read("She was convicted of libel, insult and fraud.")) == {
        "law:XAV:offence:libel",
        "law:XAV:offence:insult",
        "law:XAV:offence:fraud",
    }
    assert read("He was accused of being late and convicted of nothing.") == {}


def test_the_law_is_the_one_named_last_in_the_paragraph() -> None:
    found = read(
        "In 2012 Arvenia passed a law restricting radio licences. The law allows courts to close stations.",
        "The law is the law.",
    )
    assert found == {"law:XAV:law:2012:licence-radio": ["a law restricting radio licences", "The law"]}


def test_a_later_short_form_with_the_same_year_is_the_same_law() -> None:
    found = read(
        "A 2004 Law 'On the procedure for holding peaceful assemblies and pickets' is strict.",
        "Repeal the 2004 law on peaceful assemblies.",
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The 2004 law on assemblies is old.", "The 2010 law on assemblies is new."),
        ("The 2004 law on assemblies is old.", "Civil society wrote a draft law on assemblies."),
        ("Article 19 of the Criminal Code.", "Article 19 of the ICCPR."),
        ("Article 19 of the Criminal Code of Arvenia.", "Article 19 of the Criminal Code of Lower Selm."),
        ("The Penal Code is old.", "The Criminal Code is new."),
    ],
)
def test_what_speaks_against_it_keeps_laws_apart(first: str, second: str) -> None:
    assert (
        len({name for name in read(first, second) if not name.endswith(("code", "ICCPR"))} or read(first, second)) == 2
    )


def test_an_article_alone_belongs_to_the_only_instrument_that_has_it() -> None:
    found = read("Article 174 of the Criminal Code is vague. Under Article 174 many were tried. Article 9 is unknown.")
    assert found["law:XAV:criminal-code:174"] == ["Article 174 of the Criminal Code", "Article 174"]
    two = read("Article 19 of the Criminal Code.", "Article 19 of the ICCPR.", "Article 19 was breached.")
    assert ["Article 19"] in two.values()


def test_an_article_alone_stays_apart_where_another_treaty_may_be_meant() -> None:
    found = read(
        "Article 9 of the Universal Declaration of Human Rights binds, and so does the ICCPR. Article 9 was breached."
    )
    assert found["law:UDHR:9"] == ["Article 9 of the Universal Declaration of Human Rights"]
    assert "Article 9" in [words for mentions in found.values() for words in mentions]


def test_the_covenant_is_the_only_one_named() -> None:
    found = read("Arvenia joined the International Covenant on Civil and Political Rights. It breaches the Covenant.")
    assert found["law:ICCPR"][1] == "the Covenant"
    assert "law:ICCPR:21" in read("The ICCPR binds it, and so does article 21 of the Covenant.")


def test_what_is_said_of_a_law_and_what_may_be_the_same() -> None:
    laws = {
        law.id: law for law in named("Article 19 of the Criminal Code punishes libel.", "Its law on defamation stays.")
    }
    assert laws["law:XAV:criminal-code:19"].roles == ("punishes libel",)
    assert laws["law:XAV:criminal-code:19"].perhaps == ("law:XAV:law:defamation",)


def test_the_state_is_the_one_the_paper_mostly_names() -> None:
    laws = named("In Arvenia the Criminal Code is used. Arvenia must change.", state="")
    assert laws[0].id == "law:XAV:criminal-code"
    assert "Arvenia" in dict(laws[0].reasons)["state"]


def test_codes_and_orders_that_no_table_knows() -> None:
    found = read("Under article 41 of the Code of Offences, Order No. 77 of 2018 and the Maritime Code she was fined.")
    assert found["law:XAV:code-of-offences:41"] == ["article 41 of the Code of Offences"]
    assert found["law:XAV:maritime-code"] == ["Maritime Code"]
    assert ["Order No. 77 of 2018"] in found.values()
    again = read("Order No. 77 of 2018 bans cameras. Revoke Order No. 77 now.")
    assert list(again.values()) == [["Order No. 77 of 2018", "Order No. 77"]]


def test_a_code_of_conduct_is_no_law() -> None:
    assert read("The Code of Conduct of the Selm Bar and its Dress Code were praised.") == {}


def test_the_covenant_alone_is_that_on_civil_and_political_rights() -> None:
    assert "law:ICCPR:21" in read("Bring the rules into line with Article 21 of the Covenant.")
    social = "The Covenant on Economic, Social and Cultural Rights was ratified. The Covenant is not applied."
    assert [len(mentions) for mentions in read(social).values()] == [2]


def test_a_section_alone_counts_where_a_law_of_the_paper_has_it() -> None:
    found = read("The court relied on section 14 of the Information Act. Section 14 is vague; see section 3 below.")
    assert [m for name, m in found.items() if name.endswith(":14")] == [
        ["section 14 of the Information Act", "Section 14"]
    ]
    assert not any(name.endswith(":3") for name in found)


def test_a_headline_asks_and_names_no_law_by_it() -> None:
    assert read("Lower Selm: Withdraw Law That Silences Charities") == {}


def test_the_name_of_a_law_ends_before_the_next_verb() -> None:
    assert read("Withdraw the Law on Guilds and put the guilds back.") == {"law:XAV:law:guild": ["the Law on Guilds"]}


def test_what_is_to_be_done_with_a_law_is_no_part_of_its_name() -> None:
    assert list(read("Repeal or amend Law No. 12/2023.").values()) == [["Law No. 12/2023"]]
    assert read("She was fined for an article on prisons.") == {}


def test_short_forms_that_the_paper_introduces_in_brackets() -> None:
    found = read(
        "We read the draft Law of the Republic of Arvenia “On Guilds” (the “Draft Law”).",
        "Article 3 (2) of the Draft Law is vague.",
        "It is a breach of the Code on Administrative Violations (hereinafter CAV).",
        "The CAV is old, as the Draft Law on Roads is.",
        "The Peaceful Assemblies Act 2015 (the PAA) is vague.",
        "The PAA is old (as a club, the ABC, said).",
    )
    assert found["law:XAV:draft:guild"] == [
        "the draft Law of the Republic of Arvenia “On Guilds”",
        "Draft Law",
        "Draft Law",
    ]
    assert found["law:XAV:draft:guild:3(2)"] == ["Article 3 (2) of the Draft Law"]
    assert found["law:XAV:code-of-administrative-offences"][1:] == ["CAV", "CAV"]
    assert found["law:XAV:law:2015:assembly-peaceful"] == ["The Peaceful Assemblies Act 2015", "PAA", "PAA"]
    assert not any("ABC" in mentions for mentions in found.values())


def test_laws_cited_in_full() -> None:
    found = read(
        "Order No. 114 of the Minister of Justice of 3 March 2020 went further. The said Order was kept.",
        "The Law “On Guilds” of 31 May 1996 and Decree No. 58 of the Cabinet apply.",
        "Under the Legal Aid Act 2016, s. 7, counsel is free; Article 11 § 4 of the Labour Code of 2005 is not.",
        "Article 3 (definitions) is vague. The act violates article 7 of the African Charter.",
    )
    spans = [mention for mentions in found.values() for mention in mentions]
    for whole in (
        "Order No. 114 of the Minister of Justice of 3 March 2020",
        "The said Order",
        "The Law “On Guilds” of 31 May 1996",
        "Decree No. 58",
        "the Legal Aid Act 2016, s. 7",
        "Article 11 § 4 of the Labour Code of 2005",
        "Article 3",
        "article 7 of the African Charter",
    ):
        assert whole in spans
