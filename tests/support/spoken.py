"""The small fair for people of other languages: names and texts in Arabic, German and Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hallgen.model import Fair, Text
from tests.support.fairs import small_fair

#: What some things of the small fair are called, by id.
NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "fair": {
        "ar": "معرض الخليج الدولي للصناعات الهندسية",
        "de": "Internationale Fachmesse für Werkzeugmaschinenbau",
        "ru": "Международная выставка станкостроения",
    },
    "1": {"ar": "القاعة 1", "de": "Halle 1", "ru": "Павильон 1"},
    "yuance": {
        "ar": "يوانتسه للآلات",
        "de": "Präzisionswerkzeugmaschinenvertriebsgesellschaft Yuance",
        "ru": "Юаньцэ Станкостроительное объединение",
    },
    "dingchuan": {"ar": "دينغتشوان للتروس", "de": "Dingchuan Getriebe", "ru": "Динчуань Редуктор"},
    "vmc-500": {
        "ar": "مركز تشغيل خماسي المحاور VMC-500",
        "de": "Fünfachs-Hochgeschwindigkeitsbearbeitungszentrum VMC-500",
        "ru": "Пятиосевой высокоскоростной обрабатывающий центр VMC-500",
    },
    "cnc": {"ar": "آلات التشغيل", "de": "Werkzeugmaschinen", "ru": "Станки"},
    "robots": {"ar": "الروبوتات", "de": "Robotik", "ru": "Робототехника"},
}


def spoken_fair(*languages: str) -> Fair:
    """The small fair in these languages, its booths numbered with the hall ("5.1-A01")."""
    fair = small_fair()
    halls = tuple(
        hall.model_copy(
            update={
                "name": _also(hall.name, hall.id),
                "booths": tuple(
                    booth.model_copy(update={"number": f"5.1-{booth.number}"})
                    for booth in hall.booths
                ),
            }
        )
        for hall in fair.halls
    )
    named = {
        part: tuple(
            one.model_copy(update={"name": _also(one.name, one.id)}) for one in getattr(fair, part)
        )
        for part in ("exhibitors", "products", "zones")
    }
    changes = {"name": _also(fair.name, "fair"), "languages": languages, "halls": halls}
    return fair.model_copy(update=changes | named)


def _also(text: Text, id_: str) -> Text:
    return Text.of(**dict(text.said), **NAMES.get(id_, {}))
