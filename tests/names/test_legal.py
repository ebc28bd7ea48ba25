"""Texts with legal forms."""

from __future__ import annotations

from duediligence.names import has_legal_form, is_legal_form


def test_a_legal_form_is_found_beside_a_name_in_any_script() -> None:
    names = ("Alpha Ltd", "Beta GmbH & Co. KG", "Gamma S.A. de C.V.", "阿尔法有限公司", "ООО Ромашка", "PT Indah")
    assert all(map(has_legal_form, names))
    assert not any(map(has_legal_form, ("Alpha", "Ltd", "cotton shirts", "")))


def test_a_text_of_nothing_but_legal_forms_is_told_from_a_name() -> None:
    assert all(map(is_legal_form, ("Ltd.", "Co., Ltd.", "Inc", "S.A. de C.V.", "Pvt. Ltd")))
    assert not any(map(is_legal_form, ("Alpha Ltd", "Limited Edition", "", "-")))
