"""Names made comparable: romanised, cut into words, each word with its kind and its sound. Pure functions."""

from duediligence.names.alternatives import alternatives
from duediligence.names.core import core_letters
from duediligence.names.display import display_name
from duediligence.names.legal import has_legal_form, is_legal_form
from duediligence.names.lists import may_be_title
from duediligence.names.preparing import prepare
from duediligence.names.scripts import script_of
from duediligence.names.sounds import skeleton, sound_key
from duediligence.names.splitting import words_of
from duediligence.names.tokens import NameToken, PreparedName, TokenKind

__all__ = [
    "NameToken",
    "PreparedName",
    "TokenKind",
    "alternatives",
    "core_letters",
    "display_name",
    "has_legal_form",
    "is_legal_form",
    "may_be_title",
    "prepare",
    "script_of",
    "skeleton",
    "sound_key",
    "words_of",
]
