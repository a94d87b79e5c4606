"""The list of defenders at risk on the command line."""

from pathlib import Path

from onrecord import tasks

from .conftest import Call


def test_the_list_and_what_is_new_for_keepers_only(call: Call, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("four brown otters\n", encoding="utf-8")
    with tasks.open_archive(archive, passphrase="") as opened:
        rights = tasks.set_case_lock(opened, "four brown otters", who="Ilva")
        case = tasks.open_case(opened, "Nadia Orletova", reason="A lawyer.", rights=rights)
        tasks.add_to_case(opened, case.id, "fact", "Arrested", date="2019-05-03", source="Selm Watch", rights=rights)
    secret = ("--case-passphrase-file", tmp_path / "secret")
    out = call("cases", archive, "--list", *secret).out
    assert "Nadia Orletova, since 3 May 2019" in out
    assert "3 May 2019: Arrested (Selm Watch)" in out
    assert "May be told: closed; consent: none" in out
    (line,) = call("cases", archive, "--since", "2020", "--json", *secret).lines
    assert (line["is_new"], len(line["changes"])) == (True, 2)
    assert "1 case without anything new since 2999" in call("cases", archive, "--since", "2999", *secret).out
    refused = call("cases", archive, "--list")
    assert (refused.code, refused.out) == (2, "")
    assert "keepers" in refused.err
