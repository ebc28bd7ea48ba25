"""Headers in other languages and scripts."""

from __future__ import annotations

from pathlib import Path

from tests.intake.layouts.truth import Truth, layout, text, xlsx

ARABIC = {"اسم المورد": "name", "الدولة": "country", "المدينة": "city", "عدد العمال": "workers"}
CHINESE = {"供应商编号": "party_id", "供应商名称": "name", "国家": "country", "地址": "address", "员工人数": "workers"}
RUSSIAN = {"Наименование поставщика": "name", "Страна": "country", "Адрес": "address", "ИНН": "identifiers"}
BENGALI = {"সরবরাহকারীর নাম": "name", "দেশ": "country", "ঠিকানা": "address", "শ্রমিকের সংখ্যা": "workers"}
BILINGUAL = {"Supplier name / Nom du fournisseur": "name", "Country / Pays": "country", "City / Ville": "city"}
SPANISH = {"Nombre del proveedor": "name", "País": "country", "Ciudad": "city", "Número de trabajadores": "workers"}


@layout("Arabic", Truth(ARABIC, 2, 2), country=("JO", "LB"), workers=("320", "45"))
def arabic(folder: Path) -> Path:
    lines = [list(ARABIC), ["شركة النور للملابس", "الأردن", "عمان", 320], ["مصنع الأرز للأثاث", "لبنان", "طرابلس", 45]]
    return xlsx(folder / "arabic.xlsx", {"الموردون": lines})


@layout("Chinese", Truth(CHINESE, 2, 2), country=("CN", "VN"))
def chinese(folder: Path) -> Path:
    lines = [
        ["供应商名单"],
        list(CHINESE),
        ["A01", "东莞市红木服装有限公司", "中国", "广东省东莞市长安镇", 800],
        ["A02", "河内绿叶鞋业", "越南", "河内市", 450],
    ]
    return xlsx(folder / "chinese.xlsx", {"供应商": lines})


@layout("Russian", Truth(RUSSIAN, 2, 2), country=("RU", "KG"))
def russian(folder: Path) -> Path:
    lines = [
        list(RUSSIAN),
        ["ООО Ольха", "Россия", "г. Иваново", "7707083893"],
        ["ОсОО Береза Текстиль", "Кыргызстан", "г. Бишкек", ""],
    ]
    return text(folder / "russian.csv", lines, separator=";", encoding="utf-8-sig")


@layout("Bengali", Truth(BENGALI, 2, 2), country=("BD", "BD"))
def bengali(folder: Path) -> Path:
    lines = [
        list(BENGALI),
        ["সবুজ পোশাক লিমিটেড", "বাংলাদেশ", "গাজীপুর, ঢাকা", 1200],
        ["নীল নিটওয়্যার লিমিটেড", "বাংলাদেশ", "নারায়ণগঞ্জ", 650],
    ]
    return xlsx(folder / "bengali.xlsx", {"তালিকা": lines})


@layout("English and French in one header", Truth(BILINGUAL, 2, 2))
def bilingual(folder: Path) -> Path:
    lines = [list(BILINGUAL), ["Aulne Textile", "Maroc", "Tanger"], ["Bouleau Confection", "Tunisie", "Sfax"]]
    return xlsx(folder / "bilingual.xlsx", {"Liste": lines})


@layout("Spanish", Truth(SPANISH, 2, 2), country=("MX", "PE"))
def spanish(folder: Path) -> Path:
    lines = [list(SPANISH), ["Textiles Aliso", "México", "Puebla", 230], ["Calzado Abedul", "Perú", "Trujillo", 85]]
    return xlsx(folder / "spanish.xlsx", {"Proveedores": lines})
