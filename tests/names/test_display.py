"""Names as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.names import display_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("HETIAN TAIDA APPAREL CO LTD", "Hetian Taida Apparel Co Ltd"),
        ("ALPHA TEXTILES (PVT.) LTD.", "Alpha Textiles (Pvt.) Ltd."),
        ("BETA CO.,LTD", "Beta Co.,Ltd"),
        ("GAMMA MASCHINENBAU GMBH & CO. KG", "Gamma Maschinenbau GmbH & Co. KG"),
        ("DELTA FOODS SA DE CV", "Delta Foods SA de CV"),
        ("EPSILON S.A. DE C.V.", "Epsilon S.A. de C.V."),
        ("BANK OF THE NORTH PLC", "Bank of the North PLC"),
        ("THE COTTON HOUSE LLC", "The Cotton House LLC"),
        ("BMW FASHION", "BMW Fashion"),
        ("SKY GARMENTS", "Sky Garments"),
        ("PT INDAH JAYA TBK", "PT Indah Jaya Tbk"),
        ("NORDIC WOOL AS", "Nordic Wool AS"),
        ("KNOWN AS ZETA", "Known As Zeta"),
        ("O'BRIEN MAKER'S MILLS", "O'Brien Maker's Mills"),
        ("AL-NOOR MANPOWER UNIT II", "Al-Noor Manpower Unit II"),
        ("FACTORY 3B", "Factory 3B"),
        ("K.P. TRADERS", "K.P. Traders"),
        ("İSTANBUL DİKİŞ SAN. VE TİC. LTD. ŞTİ.", "İstanbul Dikiş San. ve Tic. Ltd. Şti."),
        ("ООО РОМАШКА", "ООО Ромашка"),
        ("Beta Foods LTD", "Beta Foods LTD"),
        ("eBay", "eBay"),
        ("beta foods", "beta foods"),
        ("和田泰达服饰有限公司", "和田泰达服饰有限公司"),
        ("شركة النور", "شركة النور"),
        ("12345", "12345"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_shown_as_people_write_it(name: str, shown: str) -> None:
    assert display_name(name) == shown


@settings(deadline=None)  # the first name loads the list of words
@given(st.text(alphabet=st.characters(categories=["Lu", "Lt", "Lo", "Nd", "Po", "Zs"]), max_size=30))
def test_only_the_case_of_letters_changes(name: str) -> None:
    shown = display_name(name)
    assert _caseless(shown) == _caseless(name)
    assert display_name(shown) == shown


def _caseless(text: str) -> str:
    return text.upper().replace("İ", "I").casefold()
