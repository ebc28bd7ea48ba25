"""What can be set, where from, in which order.

A later source wins: default < `./duediligence.toml` < environment `DUEDILIGENCE_*` < flag. No setting is read
from outside the working folder, so that the same folder gives the same audit. A copy of what was in force goes into
every manifest.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from duediligence.errors import Code, SettingsInvalid

SETTINGS_FILE = "duediligence.toml"
ENVIRONMENT_PREFIX = "DUEDILIGENCE_"
_LIMITS = ("min_score", "possible_score", "strong_score")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. Scores and shares are 0..1, sizes in megabytes (10^6 bytes).

    min_score: matches below it are not reported at all.
    strong_score, possible_score: lower ends of the match bands.
    list_max_age_days: an older list edition is warned about.
    list_max_loss: an edition that lost a larger share of its entries than this is not installed unasked.
    list_max_mb: the largest list file that is fetched, unpacked.
    list_timeout_seconds: how long a publisher's server may be silent while a list is fetched.
    offline: forbids `watchlist update`, the only command that touches the network.
    max_file_mb, max_unpacked_mb: the largest input file, as it lies on disk and unpacked.
    max_ratio: the largest permitted unpacked : packed ratio of a workbook.
    max_rows, max_columns: the largest permitted sheet.
    join_same_party: whether rows that name the same party become one party with several sites.
    """

    min_score: float = 0.50
    possible_score: float = 0.64
    strong_score: float = 0.80
    list_max_age_days: int = 30
    list_max_loss: float = 0.2
    list_max_mb: int = 300
    list_timeout_seconds: int = 60
    offline: bool = False
    max_file_mb: int = 100
    max_unpacked_mb: int = 1000
    max_ratio: int = 200
    max_rows: int = 2_000_000
    max_columns: int = 16_384
    join_same_party: bool = True

    def __post_init__(self) -> None:
        if not (0.0 <= self.min_score <= self.possible_score <= self.strong_score <= 1.0):
            found = ", ".join(f"{name} {getattr(self, name):g}" for name in _LIMITS)
            raise SettingsInvalid(
                Code.SETTING_INVALID, detail=f"it must be 0 ≤ {' ≤ '.join(_LIMITS)} ≤ 1; it is {found}"
            )
        if not 0.0 <= self.list_max_loss <= 1.0:
            raise SettingsInvalid(Code.SETTING_INVALID, detail=f"list_max_loss = {self.list_max_loss} is no share")

    def as_text(self) -> dict[str, str]:
        """Every setting as text, for the manifest."""
        return {name: str(value) for name, value in asdict(self).items()}


def load_settings(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force in `folder` (default: the working folder). Raises `SettingsInvalid`."""
    path = (folder or Path.cwd()) / SETTINGS_FILE
    settings = Settings()
    if path.is_file():
        settings = _with(settings, _read_toml(path), origin=path.name)
    environment = os.environ if environment is None else environment
    known = {ENVIRONMENT_PREFIX + item.name.upper(): item.name for item in fields(Settings)}
    found = {name: environment[variable] for variable, name in known.items() if variable in environment}
    return _with(settings, found, origin="environment")


def _read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(Code.SETTING_INVALID, where=path.name, detail=str(error)) from error


def _with(settings: Settings, values: Mapping[str, object], *, origin: str) -> Settings:
    types = {item.name: type(getattr(settings, item.name)) for item in fields(Settings)}
    converted: dict[str, Any] = {}
    for name, value in values.items():
        if name not in types:
            raise SettingsInvalid(Code.SETTING_INVALID, where=origin, detail=f"unknown setting {name}")
        try:
            converted[name] = _TRUTH[str(value).lower()] if types[name] is bool else types[name](str(value))
        except (ValueError, KeyError) as error:
            raise SettingsInvalid(Code.SETTING_INVALID, where=origin, detail=f"{name} = {value}") from error
    return replace(settings, **converted)
