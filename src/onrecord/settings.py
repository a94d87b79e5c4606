"""The one list of settings: name, default and one sentence each. All come from environment variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the environment variable, its value when unset, and what it does."""

    name: str
    default: str
    sentence: str


PASSPHRASE = Setting("ONRECORD_PASSPHRASE", "", "Passphrase of the archive file; empty means not encrypted.")
PASSPHRASE_FILE = Setting(
    "ONRECORD_PASSPHRASE_FILE",
    "",
    "File whose first line is the passphrase, used where ONRECORD_PASSPHRASE is not set.",
)
WORKERS = Setting("ONRECORD_WORKERS", "0", "How many files are read at the same time; 0 means one per processor core.")
FILE_SECONDS = Setting(
    "ONRECORD_FILE_SECONDS", "600", "Seconds after which the reading of one file is given up; 0 means never."
)

DEBUG = Setting("ONRECORD_DEBUG", "", "Anything but empty: errors come with the lines of code they passed through.")

LABELS = Setting(
    "ONRECORD_LABELS", "", "Model file that suggests labels; empty means the one that comes with Onrecord."
)
MEANING = Setting(
    "ONRECORD_MEANING", "", "Model file that makes vectors of meaning; empty means the one that comes with Onrecord."
)

SETTINGS = (PASSPHRASE, PASSPHRASE_FILE, WORKERS, FILE_SECONDS, DEBUG, LABELS, MEANING)


def value(setting: Setting, environment: Mapping[str, str] = os.environ) -> str:
    """The setting's value in this environment, or its default."""
    return environment.get(setting.name, setting.default)


def number(setting: Setting, environment: Mapping[str, str] = os.environ) -> int:
    """The setting's value as a whole number of at least 0.

    Raises:
        SettingError: it is none.
    """
    text = value(setting, environment).strip()
    if not text.isdecimal():
        raise SettingError(
            f"{setting.name} is {text!r}, not a whole number.", advice=f"Its default is {setting.default}."
        )
    return int(text)


def passphrase(environment: Mapping[str, str] = os.environ) -> str:
    """The passphrase from the environment or the file it names; "" for none.

    Raises:
        SettingError: the file cannot be read.
    """
    given = value(PASSPHRASE, environment)
    path = value(PASSPHRASE_FILE, environment)
    if given or not path:
        return given
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"The passphrase file {path} cannot be read ({error}).", advice=f"Correct {PASSPHRASE_FILE.name}."
        ) from error
    return lines[0] if lines else ""
