"""The words of a name, each with what kind of word it is and how it sounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from duediligence.model import NameType
from duediligence.names.phonetics import skeleton


class TokenKind(StrEnum):
    """What a word says of its bearer, from most to least."""

    DISTINCTIVE = "name"
    NUMBER = "number"
    COMMON = "common"
    PLACE = "place"
    INITIAL = "initial"
    LEGAL_FORM = "legal form"
    PARTICLE = "particle"


@dataclass(frozen=True, slots=True)
class NameToken:
    """One word, or one whole legal form.

    `text` is romanised, lower case, abbreviations opened (`intl` → `international`); a legal form's text is its class
    (`gmbh` → `limited`), a number's its digits. `written` is what stood there. `sound` is equal for usual spellings
    of one sound. `spelled` is `written` romanised. `nickname` names the family of pet forms it belongs to, or is empty.
    `familiar` says that the name is a usual one, of the lists of spellings and nicknames. `consonantal` says that the
    script wrote no vowels, so that only consonants can be compared. Tokens of one `code` compare alike.
    """

    text: str
    kind: TokenKind
    written: str
    spelled: str
    sound: str
    nickname: str = ""
    familiar: bool = False
    consonantal: bool = False
    code: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", f"{self.text} {self.kind.name[0]}{self.spelled}{self.consonantal:d}")

    @property
    def skeleton(self) -> str:
        """The consonants alone."""
        return skeleton(self.text)


@dataclass(frozen=True, slots=True)
class PreparedName:
    """A name ready to be compared: its text as given, whose name it is, its words in order."""

    text: str
    name_type: NameType
    tokens: tuple[NameToken, ...]

    @property
    def telling(self) -> tuple[NameToken, ...]:
        """The words without legal forms, or all of them where there is nothing else."""
        return tuple(token for token in self.tokens if token.kind is not TokenKind.LEGAL_FORM) or self.tokens

    @property
    def joined(self) -> str:
        """The telling words without blanks, as they are spelled."""
        return "".join(token.spelled for token in self.telling)

    @property
    def consonantal(self) -> bool:
        """Whether any word lost its vowels to its script."""
        return any(token.consonantal for token in self.tokens)
