"""Bytes of a text file → text, with its encoding and how sure that is."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from duediligence.errors import Code, InputRefused

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

OTHERS = (
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1257", "cp1258", "cp874", "koi8_r",
)  # fmt: skip
"""Encodings before Unicode that spreadsheets of our users' suppliers still come in."""

WESTERN = "cp1252"
CENTRAL = "cp1250"
MOST_CONTROLS = 0.002
"""Share of control characters above which it is not text."""

MIXED = 10
"""UTF-8 with fewer than one bad byte to so many good characters is UTF-8 with some cp1252 pasted in."""

DENSE = 0.5
"""In western text an accented letter stands among plain ones; in the other scripts most stand side by side."""

SIGNS = 0.2
"""Share of the letters beyond ASCII that must be signs inside words before a text is no longer taken as western."""

_SAMPLE = 65_536
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¹³£¥¿¼¾]|[¹³£¥¿¼¾](?=[^\W\d_])")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`guessed`: the file does not say its encoding and it is not UTF-8. `bad`: characters that were unreadable."""

    text: str
    encoding: str
    guessed: bool = False
    bad: int = 0


def decode(data: bytes, file: str) -> Decoded:
    """The file's text. Raises `InputRefused` for what is no text in any encoding."""
    decoded = _marked(data) or _unmarked_utf16(data) or _utf8(data) or _older(data)
    controls = len(_CONTROLS.findall(decoded.text, 0, _SAMPLE))
    if controls > MOST_CONTROLS * min(len(decoded.text), _SAMPLE):
        raise InputRefused(Code.FILE_NOT_A_TABLE, where=file, detail="it is not text")
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                return _utf8(data[len(mark) :]) or _older(data[len(mark) :])
            return _leniently(data[len(mark) :], encoding)
    return None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """Latin letters in UTF-16 have a NUL for every other byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 < len(sample) // 2 or min(even, odd) * 10 > max(even, odd) or not even + odd:
        return None
    return _leniently(data, "utf-16-le" if odd > even else "utf-16-be")


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > len(data) - 4:
            return Decoded(data[: error.start].decode("utf-8"), "utf-8", bad=1)
    text = data.decode("utf-8", "surrogateescape")
    bad = len(re.findall("[\udc80-\udcff]", text))
    good = len(re.findall("[\x80-\ud7ff\ue000-\U0010ffff]", text))
    if good < MIXED * bad:
        return None
    return Decoded(re.sub("[\udc80-\udcff]+", _as_western, text), "utf-8 with cp1252", guessed=True)


def _as_western(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode(WESTERN, "replace")


def _older(data: bytes) -> Decoded:
    sample = _lines_with_high_bytes(data)
    high = len(_HIGH.findall(sample))
    side_by_side = sum(map(len, _HIGH_RUN.findall(sample)))
    if side_by_side > DENSE * high:
        best = _best_guess(sample)
        if best:
            return _leniently(data, best, guessed=True)
    return _leniently(data, CENTRAL if _is_central(sample, high) else WESTERN, guessed=True)


def _is_central(sample: bytes, high: int) -> bool:
    """Polish read as western has signs inside its words, such as `Zak³ad` and `£ód`."""
    western, central = (len(_SIGN_IN_WORD.findall(sample.decode(name, "replace"))) for name in (WESTERN, CENTRAL))
    return western - central > SIGNS * high


def _best_guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(OTHERS), enable_fallback=False).best()
    return best.encoding if best else ""


def _lines_with_high_bytes(data: bytes) -> bytes:
    lines = (line for line in data.splitlines(keepends=True) if not line.isascii())
    kept, size = [], 0
    for line in lines:
        kept.append(line)
        size += len(line)
        if size > _SAMPLE:
            break
    return b"".join(kept)


def _leniently(data: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, guessed, bad=text.count("\N{REPLACEMENT CHARACTER}"))
