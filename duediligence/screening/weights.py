"""Every figure of the match score, in one place, with what it stands for.

They are our judgement, set on a development set of damaged names of real lists among names of other companies and
people (see docs/methodology.md); none comes from a publisher. Information is counted in bits: a word that one name
in a thousand carries is worth about ten.
"""

from __future__ import annotations

from duediligence.names import TokenKind

# The most a word can be worth.
MOST_BITS = 13.0
# Names counted besides those of the lists and the file, and how many of them carry a usual given name.
BACKGROUND_NAMES = 20_000
FAMILIAR_NAMES = 60
# A short word meets another by chance more easily than its rarity in a list says.
BITS_PER_LETTER = 2.4
# The share of a word's bits that its kind leaves it, and the most that is left.
KIND_SHARE = {
    TokenKind.DISTINCTIVE: 1.0,
    TokenKind.NUMBER: 1.0,
    TokenKind.COMMON: 0.45,
    TokenKind.PLACE: 0.5,
    TokenKind.INITIAL: 1.0,
    TokenKind.LEGAL_FORM: 1.0,
    TokenKind.PARTICLE: 1.0,
}
KIND_MOST = {
    TokenKind.DISTINCTIVE: MOST_BITS,
    TokenKind.NUMBER: 12.0,
    TokenKind.COMMON: 4.0,
    TokenKind.PLACE: 4.0,
    TokenKind.INITIAL: 1.0,
    TokenKind.LEGAL_FORM: 1.0,
    TokenKind.PARTICLE: 0.3,
}

# How alike two words are that differ in writing only.
SAME_NAME = 0.96
SAME_SOUND = 0.8
SAME_NICKNAME = 0.86
SAME_CONSONANTS = 0.92
SOUND_SHARE = 0.95
# Words less alike than this are different words.
LEAST_SIMILARITY = 0.6
CREDIT_BEND = 1.4
# A consonant says less than a letter: more words share it.
BITS_PER_CONSONANT = 2.2

# Words that one side lacks: the share of their bits that counts against the match.
MISSING_SHARE = 0.45
MISSING_SHARE_PERSON = 0.40
# Words that stand against other words: both sides' bits count, this much.
CONTRADICTION_SHARE = 0.75
# Another number, given name or rare word makes another party, however long the rest that agrees: this share of the
# agreeing bits counts against, at least so many. From so few bits of the lesser word on, and fully from so many.
APART_BITS = 14.0
APART_SHARE = 0.8
APART_FROM = 2.0
APART_FULLY = 4.5
OTHER_PLACE = 0.8
# How far a number on one side alone does, of two names of equal standing.
OTHER_NUMBER = 0.6
# How far a word that the list name lacks makes another party of one that has it.
SURPLUS = 0.6
# Lone words as alike as the first are apart, those as alike as the second may be one word.
QUITE_UNLIKE = 0.4
NOT_APART = 0.6
# A missing word that is the entry's own town, or that a full name field cut off, hardly counts.
PLACE_SHARE = 0.06
CUT_SHARE = 0.1
# A name field cuts no earlier than this many characters.
LEAST_CUT = 29
# That one long text is the beginning of another is worth this much by itself.
CUT_BITS = 8.0

# With this many agreeing bits a name alone is worth half of its likeness; each HALVING bits more halve the doubt.
DOUBTFUL_BITS = 3.0
HALVING_BITS = 5.5

COUNTRY_AGREES = 0.22
COUNTRY_DIFFERS = 0.08
TOWN_AGREES = 0.08
# The day of birth, its year alone, and one that is years apart.
BIRTH_AGREES = 0.35
BIRTH_YEAR_AGREES = 0.12
BIRTH_DIFFERS = 0.25
OTHER_KIND = 0.15
VESSEL = 0.3
WEAK_ALIAS = 0.15
SAME_IDENTIFIER = 0.97
IDENTIFIER_DIFFERS = 0.1
