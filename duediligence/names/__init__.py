"""Names made comparable: romanised, cut into words, each word with its kind and its sound. Pure functions."""

from duediligence.names.aliases import alternatives
from duediligence.names.display import display_name
from duediligence.names.distinctive_part import core_letters
from duediligence.names.edit_distance import letter_less
from duediligence.names.legal_forms import is_legal_form
from duediligence.names.phonetics import skeleton, sound_key
from duediligence.names.prepare import has_legal_form, prepare
from duediligence.names.scripts import script_of
from duediligence.names.tokenize import words_of
from duediligence.names.tokens import NameToken, PreparedName, TokenKind
from duediligence.names.word_lists import may_be_title

__all__ = [
    "NameToken",
    "PreparedName",
    "TokenKind",
    "alternatives",
    "core_letters",
    "display_name",
    "has_legal_form",
    "is_legal_form",
    "letter_less",
    "may_be_title",
    "prepare",
    "script_of",
    "skeleton",
    "sound_key",
    "words_of",
]
