"""Delimited text in the encodings and with the separators that offices send, and OpenDocument."""

from __future__ import annotations

from pathlib import Path

from tests.intake.layouts.truth import Truth, layout, ods, text

COLUMNS = {"Supplier name": "name", "Country": "country", "City": "city"}
ENGLISH = list(COLUMNS)
CHINESE = {"供应商名称": "name", "国家": "country", "城市": "city"}
JAPANESE = {"Supplier name": "name", "Country": "country", "Address": "address"}


@layout(
    "csv with semicolons in Western European",
    Truth(COLUMNS, 3, 3),
    problems="ENCODING_GUESSED",
    country=("CI", "AT", "BR"),
)
def western_semicolons(folder: Path) -> Path:
    rows = [["Société Générale du Tissu", "Côte d'Ivoire", "Abidjan"], ["Müller Söhne", "Österreich", "Graz"]]
    rows.append(["Tecidos São João", "Brasil", "São Paulo"])
    return text(folder / "western.csv", [ENGLISH, *rows], separator=";", encoding="cp1252")


@layout(
    "csv with tabs in UTF-16, as a spreadsheet program saves “Unicode text”",
    Truth(COLUMNS, 2, 2),
    city=("Łódź", "İstanbul"),
)
def utf16_tabs(folder: Path) -> Path:
    rows = [["Łódź Tkaniny", "Poland", "Łódź"], ["İstanbul Tekstil", "Türkiye", "İstanbul"]]
    return text(folder / "unicode.txt", [ENGLISH, *rows], separator="\t", encoding="utf-16")


@layout("csv with bars", Truth(COLUMNS, 2, 2), name=("Alder Garments, Ltd", "Birch Footwear, Co."))
def bars(folder: Path) -> Path:
    rows = [["Alder Garments, Ltd", "Bangladesh", "Dhaka"], ["Birch Footwear, Co.", "Vietnam", "Hanoi"]]
    return text(folder / "bars.csv", [ENGLISH, *rows], separator="|")


@layout("csv in GBK", Truth(CHINESE, 3, 3), problems="ENCODING_GUESSED", city=("东莞", "苏州", "宁波"))
def chinese_gbk(folder: Path) -> Path:
    rows = [["东莞市红木服装有限公司", "中国", "东莞"], ["苏州绿叶电子有限公司", "中国", "苏州"]]
    rows.append(["宁波蓝海玩具厂", "中国", "宁波"])
    return text(folder / "gbk.csv", [list(CHINESE), *rows], encoding="gbk")


@layout("csv in Shift-JIS", Truth(JAPANESE, 3, 3), problems="ENCODING_GUESSED", country=("JP", "JP", "VN"))
def japanese_shift_jis(folder: Path) -> Path:
    rows = [
        ["みどり縫製株式会社", "日本", "大阪府大阪市北区"],
        ["あおい電子工業株式会社", "日本", "愛知県名古屋市中区"],
    ]
    rows.append(["さくら紡績有限会社", "ベトナム", "ハノイ市"])
    return text(folder / "sjis.csv", [list(JAPANESE), *rows], encoding="shift_jis")


@layout("OpenDocument with a country that spans its rows", Truth(COLUMNS, 3, 3), country=("BD", "BD", "CN"))
def open_document(folder: Path) -> Path:
    rows = [["Alder Garments Ltd", "Bangladesh", "Dhaka"], ["Birch Knits Ltd", None, "Gazipur"]]
    rows.append(["Cedar Toys Ltd", "China", "Dongguan"])
    return ods(folder / "list.ods", [ENGLISH, *rows])
