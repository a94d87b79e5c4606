"""Settings come from the environment; what cannot be used is told."""

from pathlib import Path

import pytest

from onrecord import settings
from onrecord.errors import SettingError


def test_every_setting_has_name_default_and_sentence() -> None:
    for setting in settings.SETTINGS:
        assert setting.name.startswith("ONRECORD_")
        assert setting.sentence.endswith(".")
        assert settings.value(setting, {}) == setting.default
    assert len({setting.name for setting in settings.SETTINGS}) == len(settings.SETTINGS)


def test_a_number() -> None:
    assert settings.number(settings.WORKERS, {}) == 0
    assert settings.number(settings.WORKERS, {"ONRECORD_WORKERS": " 3 "}) == 3
    for wrong in ("-1", "many", "", "1.5"):
        with pytest.raises(SettingError, match="ONRECORD_WORKERS"):
            settings.number(settings.WORKERS, {"ONRECORD_WORKERS": wrong})


def test_the_passphrase_itself_goes_before_the_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from the file\n", encoding="utf-8")
    file = {"ONRECORD_PASSPHRASE_FILE": str(secret)}
    assert settings.passphrase({}) == ""
    assert settings.passphrase(file) == "from the file"
    assert settings.passphrase({**file, "ONRECORD_PASSPHRASE": "given"}) == "given"
    secret.write_text("", encoding="utf-8")
    assert settings.passphrase(file) == ""
