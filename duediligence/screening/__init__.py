"""Is it the same party? Candidates, a score with its evidence, and a sentence for the file. Never a verdict."""

from duediligence.screening.index.candidates import CandidateIndex, NameIndex
from duediligence.screening.pairs.compare import ComparedPair, NamePair, aligned_line, compare_pair, filed_sentence
from duediligence.screening.pairs.evaluate import Figures, Validation, score_pairs, validate_pairs
from duediligence.screening.pairs.read import read_pairs
from duediligence.screening.score.compare import Comparison, Scales, compare
from duediligence.screening.score.word_weights import Rarity
from duediligence.screening.screener import screen, search_name

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
