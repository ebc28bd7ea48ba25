"""Is it the same party? Candidates, a score with its evidence, and a sentence for the file. Never a verdict."""

from duediligence.screening.candidates import CandidateIndex, NameIndex
from duediligence.screening.comparison import Comparison, Scales, compare
from duediligence.screening.pair_rows import read_pairs
from duediligence.screening.pair_words import aligned_line, filed_sentence
from duediligence.screening.pairs import ComparedPair, NamePair, compare_pair
from duediligence.screening.rarity import Rarity
from duediligence.screening.scored_pairs import score_pairs, validate_pairs
from duediligence.screening.screen import screen, search_name
from duediligence.screening.validation import Figures, Validation

__all__ = [
    "CandidateIndex",
    "ComparedPair",
    "Comparison",
    "Figures",
    "NameIndex",
    "NamePair",
    "Rarity",
    "Scales",
    "Validation",
    "aligned_line",
    "compare",
    "compare_pair",
    "filed_sentence",
    "read_pairs",
    "score_pairs",
    "screen",
    "search_name",
    "validate_pairs",
]
