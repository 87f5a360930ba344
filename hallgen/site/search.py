"""What visitors can search for: a record of each exhibitor, product and session, in each language.

An index finds words as they are and words that begin so. What people type otherwise is spelled
out in the record: Chinese and Japanese, which have no spaces, as single characters, and Chinese
names as pinyin, whole and by initials; codes and booths' numbers without what stands between their
letters and figures. `viewer/src/search/query.ts` spells what is typed in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from hallgen.model import Booth, Exhibitor, Product, Session, Text
from hallgen.site import addresses
from hallgen.site.inputs import SiteInputs
from hallgen.site.page import BoothPlace, Page
from hallgen.site.site import Site

#: Kana and Han: each character is a word.
_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_CHARACTER = re.compile(f"[{_SINGLE}]")
#: Figures and letters with signs between them: a code, a number.
_CODE = re.compile(r"\b\w+(?:[-./_+]\w+)+\b")
_SIGNS = re.compile(r"[^\w]|_")
#: Zeros before a number, which people leave out.
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
#: Longer stretches of Chinese are no name that anybody types the middle of.
_LONGEST = 40
#: Descriptions are cut there: what is found by the thousandth word is not looked for.
_MOST_WORDS = 1500


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page that can be found.

    `names` and `words` are what finds it, names before words. What a result shows: its `title`, a
    `note` below it, a `picture` and the way into the hall (`walk`), both '' where there is none.
    Addresses are from the site's root.
    """

    language: str
    address: str
    names: str
    words: str
    title: str
    note: str
    picture: str
    walk: str

    @property
    def shown(self) -> Mapping[str, str]:
        """What a result shows, by name; what is not there is left out."""
        facts = {
            "page": self.address,
            "title": self.title,
            "note": self.note,
            "picture": self.picture,
            "walk": self.walk,
        }
        return {name: words for name, words in facts.items() if words}


def search_records(inputs: SiteInputs) -> Iterator[SearchRecord]:
    """All records of a site, language after language."""
    site = Site(inputs, style="", icon="")
    fair = site.index.fair
    for language in site.languages:
        page = Page(site, language, "", "", "")
        for exhibitor in fair.exhibitors:
            yield _exhibitor(page, exhibitor)
        for product in fair.products:
            yield _product(page, product)
        for session in fair.sessions:
            yield _session(page, session)


def spelled(text: str) -> str:
    """A text as an index takes it: single characters apart, codes also as one word."""
    codes = " ".join(_SIGNS.sub("", code) for code in _CODE.findall(text))
    return " ".join(_CHARACTER.sub(r" \g<0> ", f"{text} {codes}").split())


def romanized(text: str) -> str:
    """The pinyin of a text's Chinese, by syllables and by initials, from each syllable on.

    So any part of a name is the beginning of some word here; of stretches, what is at their begin.
    """
    found = []
    for stretch in _HAN.findall(text):
        syllables = lazy_pinyin(stretch[:_LONGEST])
        initials = "".join(syllable[0] for syllable in syllables)
        for start in range(len(syllables)):
            found += ["".join(syllables[start:]), initials[start:]]
    return " ".join(dict.fromkeys(word for word in found if len(word) > 1))


def numbers_of(booth: Booth) -> str:
    """A booth's number as people write it: with its hall and without, with zeros or none."""
    number = _SIGNS.sub("", booth.number)
    short = _ZEROS.sub("", number)
    hall = _SIGNS.sub("", booth.hall)
    forms = (booth.number, number, short, hall, hall + number, hall + short)
    return " ".join(dict.fromkeys(forms))


def _exhibitor(page: Page, shown: Exhibitor) -> SearchRecord:
    site = page.site
    places = page.places(shown)
    products = site.index.products_of(shown.id)
    zones = (site.index.zones[id_].name for id_ in site.zones_of(shown))
    told = (*zones, *shown.categories, shown.country, shown.city, *(p.name for p in products))
    pictures = (site.logo(shown), *(place.small for place in places))
    picture = next((picture for picture in pictures if picture), None)
    return SearchRecord(
        language=page.language,
        address=addresses.exhibitor(page.language, shown.slug),
        names=_names(shown.name, *(numbers_of(place.booth) for place in places)),
        words=_words(told, shown.intro),
        title=page.plain(shown.name),
        note=_joined(_where(places), page.plain(shown.country)),
        picture=picture.address if picture else "",
        walk=places[0].walk if places else "",
    )


def _product(page: Page, shown: Product) -> SearchRecord:
    maker = page.site.index.exhibitors[shown.exhibitor]
    places = page.places(maker)
    photo = page.site.photo(shown)
    return SearchRecord(
        language=page.language,
        address=addresses.product(page.language, shown.slug),
        names=_names(shown.name, shown.id),
        words=_words((maker.name, shown.category), shown.description),
        title=page.plain(shown.name),
        note=_joined(page.plain(maker.name), _where(places)),
        picture=photo.sizes[0].address if photo else "",
        walk=places[0].product_walk(shown) if places else "",
    )


def _session(page: Page, shown: Session) -> SearchRecord:
    return SearchRecord(
        language=page.language,
        address=addresses.session(page.language, shown.id),
        names=_names(shown.title),
        words=_words(shown.speakers, shown.description),
        title=page.plain(shown.title),
        note=page.t("nav.programme"),
        picture="",
        walk="",
    )


def _where(places: Sequence[BoothPlace]) -> str:
    """Where an exhibitor is: its booths' numbers first, since narrow screens cut the rest."""
    some = places[:2]
    halls = dict.fromkeys(place.hall_name for place in some)
    return _joined(*(place.booth.number for place in some), *halls)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _names(name: Text, *spellings: str) -> str:
    """A name in every language of it, its pinyin, and other ways to write it."""
    called = " ".join(words for _, words in name.said)
    return " ".join((spelled(called), romanized(called), *map(spelled, spellings)))


def _words(facts: Iterable[Text], prose: Text) -> str:
    """What is said of something in a few words and at length."""
    told = " ".join(words for text in facts for _, words in text.said)
    written = " ".join(words for _, words in prose.said)
    whole = f"{spelled(told)} {spelled(written)}"
    return " ".join(whole.split()[:_MOST_WORDS])
