"""Is it the same party? Candidates, a score with its evidence, and a sentence for the file. Never a verdict."""

from duediligence.screening.candidates import CandidateIndex, NameIndex
from duediligence.screening.comparison import Comparison, Scales, compare
from duediligence.screening.rarity import Rarity
from duediligence.screening.screen import screen, search_name

__all__ = ["CandidateIndex", "Comparison", "NameIndex", "Rarity", "Scales", "compare", "screen", "search_name"]
