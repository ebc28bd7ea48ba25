"""The only place that knows where the packaged data lies, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from duediligence.errors import Code, PackagedDataBroken

Shape = TypeVar("Shape")

PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `questionnaires` or `watchlists`: beside the package in a checkout, inside it in a wheel."""
    installed = PACKAGE / "_data" / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def data_file(folder: str, *parts: str) -> Path:
    """A file of a data folder; raises `PackagedDataBroken` if it is not there."""
    return _existing(data_folder(folder).joinpath(*parts))


def package_file(*parts: str) -> Path:
    """A data file that lives beside the code that reads it, such as `names/legal_forms.yaml`."""
    return _existing(PACKAGE.joinpath(*parts))


def load_yaml(path: Path) -> Any:
    """The contents of a YAML file that we ship, through the safe loader."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise PackagedDataBroken(Code.DATA_BROKEN, where=path.name, detail=str(error)) from error


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise PackagedDataBroken(Code.DATA_BROKEN, where=path.name, detail="the file is missing")
    return path


def load_validated(path: Path, shape: type[Shape]) -> Shape:
    """A packaged YAML file as a value of `shape`, strictly: an unknown key or a wrong type is our fault."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(shape).validate_python(load_yaml(path))
    except ValidationError as error:
        raise PackagedDataBroken(Code.DATA_BROKEN, where=path.name, detail=str(error)) from error
