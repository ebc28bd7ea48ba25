from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryKind, Identifier, Topic
from duediligence.watchlists import LoadedLists, load_lists
from tests.watchlists.helpers import names_of, written

HEADER = (
    "ID;Ano da ação fiscal;UF;Empregador;CNPJ/CPF;Estabelecimento;Trabalhadores envolvidos;CNAE;"
    "Decisão administrativa de procedência;Inclusão no Cadastro de Empregadores"
)
COMPANY = (
    "1;2021;MG;Fazenda Teste Ltda;11.222.333/0001-81;Sítio Teste, zona rural, Testópolis/MG;12;0134-2/00;"
    "01/03/2022;05/10/2022"
)
PERSON = "2;2020;PA;Pessoa Inventada;111.444.777-35;Sítio Dois;3;0151-2/01;;05/10/2022 a 13/01/2023, 11/11/2024"


def loaded(folder: Path, *rows: str, encoding: str = "cp1252", end: str = "\r\n") -> LoadedLists:
    lines = ["CADASTRO DE EMPREGADORES;;", "Atualizado em 01/2025", "", HEADER, *rows, ";;;", "Nota: decisão judicial"]
    return load_lists([written(folder / "br.csv", end.join(lines).encode(encoding))])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_the_text_around_the_table_is_no_entry(tmp_path: Path, encoding: str) -> None:
    found = loaded(tmp_path, COMPANY, PERSON, encoding=encoding)
    assert [entry.name for entry in found.entries] == ["Fazenda Teste Ltda", "Pessoa Inventada"]
    assert found.problems == ()


def test_a_company_has_its_checked_number_and_the_ground_of_its_listing(tmp_path: Path) -> None:
    entry = loaded(tmp_path, COMPANY).entries[0]
    assert (entry.list, entry.kind, entry.country_codes) == ("BR-EMP", EntryKind.ORGANISATION, ("BR",))
    assert entry.identifiers == (Identifier("cnpj", "11222333000181", "BR", True),)
    assert entry.addresses == ("Sítio Teste, zona rural, Testópolis/MG",)
    assert entry.listed_on == date(2022, 10, 5)
    assert entry.reasons == "Decisão administrativa de procedência: 01/03/2022"
    assert entry.topics == (Topic.FORCED_LABOUR,)


def test_how_many_workers_there_were_is_no_name(tmp_path: Path) -> None:
    entry = loaded(tmp_path, COMPANY).entries[0]
    assert names_of(entry) == ["Fazenda Teste Ltda"]
    assert "Trabalhadores envolvidos: 12" in entry.remarks


def test_an_employer_with_a_cpf_is_a_person(tmp_path: Path) -> None:
    entry = loaded(tmp_path, PERSON).entries[0]
    assert (entry.kind, entry.identifiers) == (EntryKind.PERSON, (Identifier("cpf", "11144477735", "BR", True),))


@pytest.mark.parametrize(
    ("included", "listed_on", "ends_on"),
    [
        ("05/10/2022 a 13/01/2023, 11/11/2024", date(2024, 11, 11), None),
        ("05/10/2022 a 13/01/2023", date(2022, 10, 5), date(2023, 1, 13)),
        ("05/04/2023", date(2023, 4, 5), None),
    ],
)
def test_an_inclusion_may_end_and_begin_again(
    tmp_path: Path, included: str, listed_on: date, ends_on: date | None
) -> None:
    entry = loaded(tmp_path, COMPANY.replace("05/10/2022", included)).entries[0]
    assert (entry.listed_on, entry.ends_on) == (listed_on, ends_on)


def test_zeros_that_a_spreadsheet_took_away_are_put_back(tmp_path: Path) -> None:
    entry = loaded(tmp_path, COMPANY.replace("11.222.333/0001-81", "123456000149")).entries[0]
    assert entry.identifiers == (Identifier("cnpj", "00123456000149", "BR", True),)


def test_a_number_whose_check_digits_are_wrong_is_kept_marked_and_named(tmp_path: Path) -> None:
    found = loaded(tmp_path, COMPANY.replace("0001-81", "0001-82"))
    assert found.entries[0].identifiers[0].valid is False
    assert [str(problem.where) for problem in found.problems] == ["br.csv › row 5"]


def test_an_entry_without_an_employer_is_named(tmp_path: Path) -> None:
    found = loaded(tmp_path, COMPANY, PERSON.replace("Pessoa Inventada", ""))
    assert [entry.name for entry in found.entries] == ["Fazenda Teste Ltda"]
    assert [problem.found for problem in found.problems] == ["the employer is empty"]


def test_a_file_cut_off_inside_an_entry_is_refused(tmp_path: Path) -> None:
    data = "\n".join(["Cadastro", HEADER, COMPANY, PERSON]).encode("cp1252")
    for end in range(len(data) - len(PERSON) + 2, len(data)):
        with pytest.raises(InputRefused) as caught:
            load_lists([written(tmp_path / "b.csv", data[:end])])
        assert caught.value.code.name == "LIST_DAMAGED"
