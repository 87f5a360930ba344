"""What the header of a column means: our fields, by the words that lists use for them.

The words are data (`assets/fields.yaml`). A field that is a text may carry a language
("name.zh"), taken from the header ("公司名称（中文）", "name_en").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import yaml
from rapidfuzz import fuzz

from hallgen.resources import assets


class TableKind(StrEnum):
    """The tables a fair folder may have, a plan that is one, and the booths that are wanted."""

    EXHIBITORS = "exhibitors"
    PRODUCTS = "products"
    PROGRAMME = "programme"
    BOOTHS = "booths"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column is taken for. `confidence` is 1 for a header that is in our words."""

    field: str
    column: str
    confidence: float


#: Fields that are said in languages, of every kind of table.
TEXT_FIELDS = frozenset(
    {
        "name",
        "intro",
        "country",
        "city",
        "address",
        "category",
        "tier",
        "title",
        "description",
        "location",
    }
    | {"specifications", "captions"}
)
#: Names of people are mostly the same in all languages, so no language is guessed for them.
_TAGGED = TEXT_FIELDS | {"speakers"}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^\w]+|_+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: Below this likeness (rapidfuzz, 0 to 100) a header is not a misspelling of a word of ours.
_ALIKE = 88
_TAG = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
_SPECIFICATION = re.compile(
    r"^(?:spec|specs|specification|参数|规格|规格参数)[\s.:_：-]+(.+)$", re.I
)


def fields_of(kind: TableKind) -> tuple[str, ...]:
    """Every field a table of this kind may have, but for languages and specifications."""
    return tuple(_words()[kind])


def is_field(kind: TableKind, field: str) -> bool:
    """Whether `columns` may name it: "name", "name.zh", "spec.Payload"."""
    base, _, rest = field.partition(".")
    if kind is TableKind.PRODUCTS and base == "spec":
        return bool(rest)
    return base in _words()[kind] and (not rest or base in _TAGGED)


def meanings(kind: TableKind, headers: Iterable[str]) -> tuple[Meaning, ...]:
    """The best column for each field, in the order of the fields. No column serves twice.

    Where two columns could be a field, the likelier word wins ("company name" before
    "name"), and of equals the first column.
    """
    candidates: list[tuple[float, int, int, Meaning]] = []
    for position, header in enumerate(headers):
        for confidence, rank, field in _candidates(kind, header):
            candidates.append((-confidence, rank, position, Meaning(field, header, confidence)))
    taken: dict[str, Meaning] = {}
    used: set[str] = set()
    for _, _, _, meaning in sorted(candidates, key=lambda c: c[:3]):
        if meaning.field not in taken and meaning.column not in used:
            taken[meaning.field] = meaning
            used.add(meaning.column)
    order = {field: at for at, field in enumerate(fields_of(kind))}
    return tuple(
        sorted(taken.values(), key=lambda m: (order.get(m.field.split(".")[0], 99), m.field))
    )


@lru_cache(maxsize=8192)
def is_header_word(header: str) -> bool:
    """Whether any table calls a column so: what tells a header from a title above it."""
    return any(
        confidence == 1 for kind in TableKind for confidence, _, _ in _candidates(kind, header)
    )


@lru_cache(maxsize=1024)
def is_language_word(text: str) -> bool:
    """Whether a text alone names a language, as the codes of countries may: DE, 中文."""
    return words_of(text) in _languages()


def language_of_headers(headers: Iterable[str]) -> str:
    """The language in Latin letters that most headers are in; English unless two of them tell
    another, and it alone.
    """
    words = {words_of(part) for header in headers for part in (header, *header.split("."))}
    known = _data()["headers"]
    assert isinstance(known, dict)  # noqa: S101 - our own file
    counts = {tag: len(words & {words_of(word) for word in said}) for tag, said in known.items()}
    most = max(counts.values())
    tags = [tag for tag, count in counts.items() if count == most]
    return tags[0] if most > 1 and len(tags) == 1 else "en"


def words_of(header: str) -> str:
    """A header as headers are compared: "boothNumber (EN)" is "booth number en"."""
    text = unicodedata.normalize("NFKC", header)
    return " ".join(_OTHER.sub(" ", _CAMEL.sub(" ", text)).casefold().split())


def _candidates(kind: TableKind, header: str) -> list[tuple[float, int, str]]:
    if kind is TableKind.PRODUCTS and (named := _SPECIFICATION.match(header.strip())):
        return [(1.0, 0, f"spec.{named[1].strip()}")]
    if own := _own(kind, header):
        return [(1.0, 0, own)]
    tail = header.rsplit(".", 1)[-1]
    for discount, part in ((0.0, header), (0.05, tail)):
        found = _look_up(kind, words_of(part))
        if found:
            return [(confidence - discount, rank, field) for confidence, rank, field in found]
    return []


def _own(kind: TableKind, header: str) -> str | None:
    """A field of ours in a language, as we write it ourselves: "intro.pt-BR", "name.und"."""
    field, _, tag = header.partition(".")
    if field not in _TAGGED or field not in _words()[kind] or not _TAG.match(tag):
        return None
    return header if tag.split("-")[0] in _data()["tags"] else None


def _look_up(kind: TableKind, words: str) -> list[tuple[float, int, str]]:
    plain, language = _without_language(words)
    found: list[tuple[float, int, str]] = []
    for field, known in _words()[kind].items():
        tagged = f"{field}.{language}" if language and field in TEXT_FIELDS else field
        if words in known:
            found.append((1.0, known[words], field))
        elif plain in known:
            found.append((1.0, known[plain], tagged))
        elif (near := _nearest(plain, known)) is not None:
            found.append((near / 100, 99, tagged))
    best = max((confidence for confidence, _, _ in found), default=0.0)
    return [one for one in found if one[0] == best]


def _nearest(words: str, known: Mapping[str, int]) -> float | None:
    """How alike the most alike of the known words is, if that is enough and it is no short one.

    Nor a whole text: to compare one with every word takes minutes.
    """
    if not 5 <= len(words) <= 100:
        return None
    best = max((fuzz.ratio(words, one) for one in known if len(one) > 4), default=0.0)
    return best if best >= _ALIKE else None


def _without_language(words: str) -> tuple[str, str | None]:
    """A header's words without the one for a language and without noise, and that language."""
    tokens = [token for token in words.split() if token not in _noise()]
    for at in (-1, 0):
        if len(tokens) > 1 and (language := _languages().get(tokens[at])):
            return " ".join(tokens[:-1] if at else tokens[1:]), language
    text = " ".join(tokens)
    if _CJK.search(text) and text not in _languages():
        for word, language in sorted(_languages().items(), key=lambda w: -len(w[0])):
            if (
                _CJK.search(word)
                and text != word
                and (text.startswith(word) or text.endswith(word))
            ):
                return text.removeprefix(word).removesuffix(word).strip(), language
            if len(word) > 1 and _CJK.search(word) and word in text[1:-1]:  # 公司英文名
                return text.replace(word, "", 1).strip(), language
    if text in _languages():
        return "name", _languages()[text]
    return text, None


@cache
def _data() -> dict[str, dict[str, list[str]] | list[str]]:
    text = (assets() / "fields.yaml").read_text(encoding="utf-8")
    # Every word is text here: `no` is a header, not the opposite of yes.
    loaded: dict[str, dict[str, list[str]] | list[str]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    return loaded


@cache
def _words() -> dict[TableKind, dict[str, dict[str, int]]]:
    """For each table and field, its words and how usual each is (0 is the most usual)."""
    tables: dict[TableKind, dict[str, dict[str, int]]] = {}
    for kind in TableKind:
        fields = _data()[kind]
        assert isinstance(fields, dict)  # noqa: S101 - our own file
        tables[kind] = {
            field: {words_of(word): rank for rank, word in reversed(list(enumerate(words)))}
            for field, words in fields.items()
        }
    return tables


@cache
def _languages() -> dict[str, str]:
    languages = _data()["languages"]
    assert isinstance(languages, dict)  # noqa: S101 - our own file
    return {words_of(word): tag for tag, words in languages.items() for word in words}


@cache
def _noise() -> frozenset[str]:
    return frozenset(_data()["noise"])
