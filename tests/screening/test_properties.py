"""What holds of every pair of names, whatever the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from duediligence.model import Identifier, NameType, Party, WatchlistEntry
from duediligence.screening import NamePair, compare, compare_pair, screen
from duediligence.screening.weights import LEAST_CUT
from duediligence.settings import Settings
from tests.screening.builders import entry, party

OWN = (
    *("Volmaris", "Zelmira", "Brezhmark", "Qarbeza", "Tessandra", "Kolvane", "Tarrosh", "Varuna", "Sahara", "Saharah"),
    *("Meridian", "Omransahel", "Lotus", "Halvorsen", "Вольмарис", "沃尔马里斯", "Ωμέγα", "Çağlar"),
)
TRADE = ("Trading", "Trdg", "Manpower", "Textile", "Intl", "Shipping", "Construction", "Mills", "Garments")
FORMS = ("Ltd", "Limited", "LLC", "GmbH", "Pvt. Ltd.", "Co., Ltd.", "Sdn Bhd")
GIVEN = ("Mohammed", "Muhammad", "Petra", "Viktor", "Karim", "Khalid", "Jose", "J.", "Abdul", "bin", "al-Zarbani")
ENDS = ("", ".", ",", " .", " -", "!", " *", ";")

own = st.lists(st.sampled_from(OWN), min_size=1, max_size=3, unique=True)
trade = st.lists(st.sampled_from(TRADE), max_size=2, unique=True)
companies = st.builds(lambda names, trades: " ".join((*names, *trades)), own, trade)
people = st.lists(st.sampled_from((*GIVEN, *OWN)), min_size=2, max_size=4, unique=True).map(" ".join)
names = st.one_of(
    st.tuples(companies, companies, st.just(NameType.ORGANISATION)),
    st.tuples(people, people, st.just(NameType.PERSON)),
    st.tuples(companies, people, st.just(NameType.UNKNOWN)),
)
countries = st.lists(st.sampled_from(["AE", "TR", "NP"]), max_size=2, unique=True).map(tuple)
# The same names at every run: a rare pair must not fail somebody else's change.
steady = settings(deadline=None, derandomize=True)
LEI = Identifier("lei", "529900T8BM49AURSDO55", valid=True)


def score(left: str, right: str, name_type: NameType = NameType.ORGANISATION) -> float:
    return compare(left, right, name_type).score


def best(supplier: Party, listed: WatchlistEntry) -> float:
    return max((match.score for match in screen([supplier], [listed], Settings(min_score=0.0))), default=0.0)


def a_letter_less(name: str, at: int) -> str:
    at %= len(name)
    return name[:at] + name[at + 1 :]


def whole(left: str, right: str) -> bool:
    """Whether neither is long enough to be a name that its field cut off, which is weighed by other rules."""
    return min(len(left), len(right)) < LEAST_CUT - 2


def in_order(words: Sequence[str], order: Sequence[int]) -> str:
    return " ".join(words[number] for number in order if number < len(words))


@given(names, countries, countries)
@steady
def test_a_pair_scores_the_same_from_both_sides_and_again(
    found: tuple[str, str, NameType], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    left, right, kind = found
    pair = compare_pair(NamePair(left, right, kind, ours, theirs))
    assert pair.score == compare_pair(NamePair(right, left, kind, theirs, ours)).score
    assert pair == compare_pair(NamePair(left, right, kind, ours, theirs))
    assert 0.0 <= pair.score <= 1.0


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(NameType))
@steady
def test_any_text_is_scored_within_bounds(left: str, right: str, kind: NameType) -> None:
    assert 0.0 <= compare_pair(NamePair(left, right, kind, ("AE",), ("AE",))).score <= 1.0


@given(names, countries)
@steady
def test_an_agreeing_country_never_lowers_a_pair(found: tuple[str, str, NameType], theirs: tuple[str, ...]) -> None:
    left, right, kind = found
    without = compare_pair(NamePair(left, right, kind)).score
    assert compare_pair(NamePair(left, right, kind, ("OM",), ("OM", *theirs))).score >= without
    assert compare_pair(NamePair(left, right, kind, ("OM",), ("FR",))).score <= without


@given(names)
@steady
def test_an_agreeing_identifier_never_lowers_and_nearly_settles(found: tuple[str, str, NameType]) -> None:
    left, right, kind = found
    supplier, listed = party(left, name_type=kind), entry(right)
    without = best(supplier, listed)
    agreeing = best(replace(supplier, identifiers=(LEI,)), replace(listed, identifiers=(LEI,)))
    assert agreeing >= max(without, Settings().strong_score)


@given(names, st.sampled_from(["Nordhagen", "Plumeria", "Ostrovia"]), st.booleans())
@steady
def test_the_same_word_added_to_both_names_never_lowers(
    found: tuple[str, str, NameType], word: str, in_front: bool
) -> None:
    left, right, kind = found
    assume(whole(left, right))
    both = [f"{word} {name}" if in_front else f"{name} {word}" for name in (left, right)]
    assert score(both[0], both[1], kind) >= score(left, right, kind)


@given(names, st.integers(0, 60))
@steady
def test_a_damaged_name_is_never_above_the_name_itself(found: tuple[str, str, NameType], at: int) -> None:
    name, other, kind = found
    itself = score(name, name, kind)
    # A letter less may turn a particle into an initial, which is worth a little more.
    assert score(name, a_letter_less(name, at), kind) <= itself + 0.01
    assert score(name, f"{name} {other}", kind) <= itself
    assert score(name, name.partition(" ")[2] or other, kind) <= itself


@given(own, trade, st.permutations(range(5)), st.sampled_from(FORMS))
@steady
def test_the_order_of_words_in_a_companys_name_changes_little(
    names: list[str], trades: list[str], order: list[int], form: str
) -> None:
    words = [*names, *trades]
    written, turned = " ".join((*words, form)), f"{in_order(words, order)} {form}"
    assert abs(score(written, turned) - score(written, written)) <= 0.02


@given(names, st.sampled_from(ENDS), st.sampled_from(ENDS))
@steady
def test_case_and_signs_at_the_ends_do_not_matter(found: tuple[str, str, NameType], one: str, other: str) -> None:
    left, right, kind = found
    assume("Ç" not in left)  # Turkish capitals are another matter.
    assume(whole(left, right))
    assert score(left.upper() + one, right + other, kind) == score(left, right, kind)


@given(companies, companies, st.sampled_from(FORMS), st.sampled_from(FORMS))
@steady
def test_legal_forms_of_one_class_hardly_matter(left: str, right: str, one: str, other: str) -> None:
    assume(whole(left, right))
    bare = score(left, right)
    assert bare <= score(f"{left} {one}", f"{right} {other}") <= bare + 0.1
    assert abs(score(f"{left} {one}", right) - bare) <= 0.1


@given(companies, companies)
@steady
def test_a_name_is_nearer_to_itself_than_another_is(left: str, right: str) -> None:
    assert score(left, right) <= min(score(left, left), score(right, right)) + 1e-9 or left == right
