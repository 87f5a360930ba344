"""Exhibitors: who stands where, and what their row of the list says."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from anyascii import anyascii

from tools.industry_fair.drawn import DrawnHall, Stand
from tools.industry_fair.words import (
    Entry,
    Family,
    Said,
    dialling_code,
    entries,
    phrases,
    places,
    segments,
)

#: Zones of booths by hall and row, as fair.yaml has them.
ZONES = {
    "4.1": {"tooling": "ABC", "cnc": "DEFGH", "laser": "JK"},
    "5.1": {"automation": "ABCDE", "robotics": "GHJ"},
    "6.1": {"energy": "ABCD", "information": "EFG", "materials": "HK", "pavilion": "P"},
}
#: Booths that nobody has taken.
EMPTY = frozenset({"4.1-D099", "5.1-H018", "6.1-K30", "6.1-A019"})
#: Second booths of firms that show in more than one place.
SECOND = {
    "4.1-D065": "Qijiwan Robotics Co., Ltd.",
    "4.1-D085": "Obsidian Bay Laser Co., Ltd.",
    "5.1-C013": "Jichuan CNC Equipment Co., Ltd.",
    "5.1-D080": "Yunyan Industrial Internet Co., Ltd.",
    "5.1-A086": "Tongxi Machine Vision Co., Ltd.",
    "6.1-H047": "Hartmannshausen Controls",
}
#: Exhibitors in the list without a booth, by zone: the smallest firms.
BOOTHLESS = {
    "tooling": 1,
    "cnc": 1,
    "laser": 1,
    "automation": 2,
    "robotics": 2,
    "energy": 1,
    "information": 1,
    "materials": 1,
}
#: No firm is older than what it makes.
_FOUNDED = {
    "cloud": 2009, "cobots": 2010, "drives": 1964, "edm": 1979, "grippers": 1993, "hydrogen": 1981,
    "laser": 1989, "network": 1992, "robots": 1984, "sensors": 1983, "software": 1988,
    "storage": 2001,
}  # fmt: skip
_LEGAL_ZH = re.compile(r"(股份有限公司|集团有限公司|有限公司|株式会社|集团|公司)$")
_LEGAL_EN = re.compile(
    r",? (Co\., Ltd\.|Ltd\.|Group|GmbH|AG|SE|Inc\.|S\.p\.A\.|S\.r\.l\.|SA|SAS|AB|ApS|Oy|Corporation"
    r"|Pvt\. Ltd\.)$"
)


@dataclass(frozen=True, slots=True)
class Firm:
    """An exhibitor with its booths ("4.1-A012") and, on a shared stand, its host."""

    id: str
    entry: Entry
    booths: tuple[str, ...] = ()
    host: str = ""

    @property
    def short(self) -> Said:
        """Its name as people say it."""
        return Said(_LEGAL_ZH.sub("", self.entry.name.zh), _LEGAL_EN.sub("", self.entry.name.en))

    @property
    def domain(self) -> str:
        word = re.sub(r"[^a-z]", "", anyascii(self.short.en.split()[0]).casefold())
        return f"{word}-{self.entry.segment}.example"


def firms(halls: tuple[DrawnHall, ...]) -> tuple[Firm, ...]:
    """All exhibitors in the order of the list: the order in which they registered."""
    waiting = {zone: [e for e in _ranked() if _zone(e) == zone] for zone in _zones()}
    found: list[Firm] = []
    for hall in halls:
        for zone, rows in ZONES[hall.id].items():
            stands = [s for s in hall.stands if s.number[0] in rows]
            found += _placed(waiting[zone], hall.id, stands, zone)
    ordered = sorted(found, key=lambda firm: random.Random(firm.entry.name.en).random())
    ids = {firm.entry: f"E{1001 + i}" for i, firm in enumerate(ordered)}
    hosts = {firm.booths[0]: firm.entry for firm in ordered if firm.booths and not firm.host}
    second = {firm: booth for booth, firm in SECOND.items()}
    return tuple(
        replace(
            firm,
            id=ids[firm.entry],
            host=hosts[firm.host].name.zh if firm.host else "",
            booths=(*firm.booths, *filter(None, [second.get(firm.entry.name.en)])),
        )
        for firm in ordered
    )


def families_of(firm: Firm) -> list[Family]:
    """What it makes: first what its name says, the rest in an order of its own."""
    families = list(segments()[firm.entry.segment].families)
    random.Random(f"families {firm.entry.name.en}").shuffle(families)
    return sorted(families, key=lambda f: -_alike(f.name.zh, firm.short.zh))


def _alike(one: str, other: str) -> int:
    """The length of the longest run of characters they share, if it is two at least."""
    runs = [
        length
        for length in range(2, len(one) + 1)
        for at in range(len(one) - length + 1)
        if one[at : at + length] in other
    ]
    return max(runs, default=0)


def intro(firm: Firm) -> Said:
    """Three sentences of its own, none the same as its neighbour's."""
    choose = random.Random(f"intro {firm.entry.name.en}")
    segment = segments()[firm.entry.segment]
    use, use2 = choose.sample(segment.uses, 2)
    family = families_of(firm)[0].name
    year = choose.randint(_FOUNDED.get(segment.id, 1956), 2019)
    parts: dict[str, Said | str | int] = {
        "name": firm.short,
        "what": Said(segment.name.zh, _lower(segment.name.en)),
        "city": places()[firm.entry.city][2],
        "year": year,
        "years": 2026 - year,
        "staff": choose.choice([38, 65, 90, 120, 180, 260, 340, 520, 800, 1200, 2400]),
        "area": choose.choice([3200, 5600, 8000, 12000, 24000, 46000]),
        "use": use,
        "use2": use2,
        "family": family,
        "family_en": Said(_lower(family.en), _lower(family.en)),
    }
    said = [
        choose.choice(phrases()[kind]).filled(**parts) for kind in ("opening", "work", "closing")
    ]
    return Said("".join(s.zh for s in said), " ".join(s.en for s in said))


def phone(firm: Firm) -> str:
    digits = random.Random(f"phone {firm.entry.name.en}").randint(100_0000, 999_9999)
    return (
        f"{dialling_code(places()[firm.entry.city][0])} 555 {digits // 10000} {digits % 10000:04}"
    )


def _placed(waiting: list[Entry], hall: str, stands: list[Stand], zone: str) -> list[Firm]:
    """The largest firms on the largest stands; who finds none shares one, or has none."""
    free = sorted(
        (s for s in stands if f"{hall}-{s.number}" not in EMPTY | SECOND.keys()),
        key=lambda s: (-s.area, s.number),
    )
    boothless = BOOTHLESS.get(zone, 0)
    shown = waiting[: len(waiting) - boothless]
    hosts = [Firm("", e, (f"{hall}-{s.number}",)) for e, s in zip(shown, free, strict=False)]
    guests = []
    for i, entry in enumerate(shown[len(free) :]):
        like = [h for h in hosts if h.entry.segment == entry.segment] or hosts
        host = like[i % min(3, len(like))]
        guests.append(Firm("", entry, host.booths, host.booths[0]))
    absent = [Firm("", entry) for entry in waiting[len(shown) :]]
    return [*hosts, *guests, *absent]


def _ranked() -> list[Entry]:
    """The first of each segment, then the second of each..."""
    return sorted(entries(), key=lambda e: e.rank)


def _zone(entry: Entry) -> str:
    return "pavilion" if entry.pavilion else segments()[entry.segment].zone


def _zones() -> list[str]:
    return [zone for rows in ZONES.values() for zone in rows]


def _lower(text: str) -> str:
    """In the middle of a sentence: a capital stays where it is an abbreviation's."""
    return (
        text
        if len(text) > 1 and (text[1].isupper() or not text[1].isalpha())
        else text[0].lower() + text[1:]
    )
