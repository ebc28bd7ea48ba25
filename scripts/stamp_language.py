"""Writes into a language file which English text each translation was made from.

    python -m scripts.stamp_language questionnaires/languages/fr.yaml            # what has no stamp yet
    python -m scripts.stamp_language questionnaires/languages/fr.yaml SUP-A01    # also these, read against the English
    python -m scripts.stamp_language questionnaires/languages/fr.yaml --all      # everything

A stamp says that somebody has compared the translation with the English as it is now. An id is that of a question, or
of a questionnaire for its title, introduction and themes. Nothing else in the file is touched.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from duediligence.model import Questionnaire
from duediligence.questionnaires import load_questionnaires
from duediligence.questionnaires.translations.completeness import head_stamp, question_stamp


def stamped(text: str, questionnaires: Sequence[Questionnaire], again: Collection[str] | None = ()) -> str:
    """A language file's text with stamps where there are none, and new ones for the ids in `again` (None: for all)."""
    lines = text.splitlines(keepends=True)
    for place, taken, line in sorted(_edits(text, questionnaires, again), reverse=True):
        lines[place : place + taken] = [line]
    return "".join(lines)


def _edits(
    text: str, questionnaires: Sequence[Questionnaire], again: Collection[str] | None
) -> Iterator[tuple[int, int, str]]:
    """Where a line goes (from 0), how many it takes the place of, and the line."""
    for item, stamp, block in _blocks(text, questionnaires):
        old = _entries(block).get("english")
        first = block.value[0][0].start_mark
        line = f'{" " * first.column}english: "{stamp}"\n'
        if old is None:
            yield first.line, 0, line
        elif again is None or item in again:
            yield old.start_mark.line, 1, line


def _blocks(text: str, questionnaires: Sequence[Questionnaire]) -> Iterator[tuple[str, str, Any]]:
    """Every translated item of a questionnaire that we have: its id, its stamp and its node, in the file's order."""
    import yaml

    root = _entries(yaml.compose(text, Loader=yaml.SafeLoader))
    known = {item.id: item for item in questionnaires}
    for name, node in _entries(root.get("questionnaires")).items():
        if name in known:
            yield name, head_stamp(known[name]), _in_block_style(node)
            for question_id, words in _entries(_entries(node).get("questions")).items():
                question = known[name].question(question_id)
                if question:
                    yield question_id, question_stamp(question), _in_block_style(words)


def _entries(node: Any) -> Mapping[str, Any]:
    return {key.value: value for key, value in node.value} if node is not None else {}


def _in_block_style(node: Any) -> Any:
    if node.flow_style:
        raise ValueError(f"line {node.start_mark.line + 1}: write each field on a line of its own, without braces")
    return node


def main(path: Path, *ids: str) -> None:
    """Stamps the file in place."""
    text = path.read_text(encoding="utf-8")
    path.write_text(
        stamped(text, load_questionnaires(), None if "--all" in ids else ids), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
