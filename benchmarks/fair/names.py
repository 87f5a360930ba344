"""Names of invented firms, each its own, in Chinese and in English."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pypinyin import lazy_pinyin

from tools.industry_fair.words import Entry, Said, places

#: Exhibitors from China; at CIIF, from thirty countries, about one in four is not.
_CHINESE = 0.74
_CHINESE_FORMS = (
    Said("有限公司", "Co., Ltd."),
    Said("有限公司", "Co., Ltd."),
    Said("科技有限公司", "Co., Ltd."),
    Said("股份有限公司", "Co., Ltd."),
    Said("集团有限公司", "Group"),
)


class Names:
    """Names by chance. None comes twice in either language, and no brand of a trade does.

    Raises ValueError when there are no more: the lists are good for some 25,000.
    """

    def __init__(self, choose: random.Random) -> None:
        self._choose = choose
        self._used: set[str] = set()

    def entry(self, segment: str) -> Entry:
        """A firm of a segment; its rank is set when all are known."""
        for _ in range(1000):
            found = self._chinese(segment) if self._choose.random() < _CHINESE else None
            found = found or self._foreign(segment)
            if not self._used & {found.name.zh, found.name.en}:
                self._used |= {found.name.zh, found.name.en}
                return found
        raise ValueError(f"No more names for {segment}: add some to benchmarks/fair/names.yaml.")

    def _chinese(self, segment: str) -> Entry:
        known = _known()["chinese"]
        brand = self._choose.choice(known["first"]) + self._choose.choice(known["second"])
        trade, form = self._trade(segment), self._choose.choice(_CHINESE_FORMS)
        latin = "".join(lazy_pinyin(brand)).capitalize()
        name = Said(brand + trade.zh + form.zh, f"{latin} {trade.en} {form.en}")
        return Entry(name, self._city(["cn"]), segment, rank=0)

    def _foreign(self, segment: str) -> Entry:
        language = self._choose.choice(sorted(_known()["countries"]))
        said = _known()["countries"][language]
        parts = [self._choose.choice(said[k]).split("|") for k in ("beginnings", "ends")]
        en, zh = ("".join(words) for words in zip(*parts, strict=True))
        form, trade = Said.of(self._choose.choice(said["forms"]), "|"), self._trade(segment)
        name = Said(zh + trade.zh + form.zh, f"{en} {trade.en} {form.en}")
        own = {"de": f"{en} {form.en}", "ja": f"{zh}{form.zh}"}.get(language)
        return Entry(name, self._city(said["cities"]), segment, 0, (language, own) if own else None)

    def _trade(self, segment: str) -> Said:
        return Said.of(self._choose.choice(_known()["trades"][segment]), "|")

    def _city(self, countries: Sequence[str]) -> str:
        return self._choose.choice([k for k, (code, _, _) in places().items() if code in countries])


@cache
def _known() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "names.yaml").read_text(encoding="utf-8")
    )
    return loaded
