"""The cast: a dozen persons, each made once, and which of them does what."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.people import poses
from hallgen.kit.people.body import body
from hallgen.kit.people.looks import Carried, Hair, Look, Top
from hallgen.kit.people.poses import Pose
from hallgen.kit.shapes.shadows import shadow


class Doing(StrEnum):
    """What a person in a hall does."""

    WALK = "walk"
    TALK = "talk"
    LOOK = "look"
    PHONE = "phone"
    HOST = "host"
    SPEAK = "speak"
    SIT = "sit"


_LIGHT, _WARM, _OLIVE, _BROWN, _DARK = "#e7bfa2", "#dba784", "#c08d67", "#8f5f41", "#5e3d2b"
_BLACK_HAIR, _BROWN_HAIR, _GREY_HAIR, _FAIR_HAIR = "#1b1716", "#3d281c", "#8f8d8a", "#a67b48"

#: Name, what they do, how they look and stand.
CAST: tuple[tuple[str, Doing, Look, Pose], ...] = (
    ("visitor with a bag", Doing.WALK,
     Look(1.78, 1.02, 1.0, _LIGHT, Hair.SHORT, _BROWN_HAIR, Top.JACKET, "#2c3442", "#e9edf1",
          "#2c3442", carried=Carried.BAG), poses.WALKING),
    ("visitor in a coat", Doing.WALK,
     Look(1.68, 0.88, 0.94, _WARM, Hair.LONG, _BLACK_HAIR, Top.COAT, "#9a7b5b", "#f0ebe3",
          "#26282d", lanyard="#1f4fa3"), poses.STROLLING),
    ("visitor with a backpack", Doing.WALK,
     Look(1.74, 0.98, 1.0, _DARK, Hair.SHORT, _BLACK_HAIR, Top.SHIRT, "#5f7d9c", "#f1f3f5",
          "#34383f", carried=Carried.BACKPACK, shoes="#d9d6d0"),
     replace(poses.WALKING, turn=-22)),
    ("buyer who explains", Doing.TALK,
     Look(1.81, 1.05, 1.06, _LIGHT, Hair.SHORT, _GREY_HAIR, Top.JACKET, "#3a3d42", "#dfe8f2",
          "#3a3d42", tie="#7a1f2b", lanyard="#1f4fa3"), poses.TALKING),
    ("buyer who listens", Doing.TALK,
     Look(1.70, 0.90, 0.95, _LIGHT, Hair.BOB, _FAIR_HAIR, Top.JACKET, "#7b2d3c", "#f4f1ec",
          "#202227"), poses.LISTENING),
    ("engineer who listens", Doing.TALK,
     Look(1.76, 1.04, 1.14, _OLIVE, Hair.SHORT, _BLACK_HAIR, Top.POLO, "#2f5f55", "#2f5f55",
          "#6b6353", shoes="#4a3526"), replace(poses.STANDING, turn=10)),
    ("visitor who looks", Doing.LOOK,
     Look(1.73, 1.0, 1.02, _WARM, Hair.SHORT, _BLACK_HAIR, Top.SHIRT, "#d8dde2", "#b9c4cf",
          "#39465a", shoes="#3b2a20"), poses.LOOKING),
    ("visitor who points", Doing.LOOK,
     Look(1.66, 0.88, 0.95, _BROWN, Hair.BUN, _BLACK_HAIR, Top.JACKET, "#c7b299", "#ffffff",
          "#3a3f49", skirt=True, lanyard="#1f4fa3"), poses.POINTING),
    ("visitor with folded arms", Doing.LOOK,
     Look(1.80, 1.06, 1.10, _LIGHT, Hair.BALD, _BROWN_HAIR, Top.JACKET, "#5b6470", "#3b4450",
          "#2a2d33", lanyard="#1f4fa3"), replace(poses.LISTENING, turn=4, nod=0)),
    ("visitor with a phone", Doing.PHONE,
     Look(1.72, 0.98, 0.98, _WARM, Hair.SHORT, _BLACK_HAIR, Top.SHIRT, "#b8452e", "#f3efe9",
          "#23262c", carried=Carried.PHONE, shoes="#e4e1db"), poses.PHONE),
    ("host", Doing.HOST,
     Look(1.69, 0.88, 0.94, _LIGHT, Hair.BUN, _BROWN_HAIR, Top.JACKET, "#1f3f7a", "#ffffff",
          "#1f3f7a", skirt=True, lanyard="#f0b429"), replace(poses.STANDING, turn=0)),
    ("host with a tablet", Doing.HOST,
     Look(1.77, 1.0, 1.0, _BROWN, Hair.SHORT, _BLACK_HAIR, Top.POLO, "#1f3f7a", "#1f3f7a",
          "#2a2d33", carried=Carried.TABLET, lanyard="#f0b429"),
     replace(poses.PHONE, nod=8)),
    ("speaker", Doing.SPEAK,
     Look(1.75, 1.0, 1.0, _WARM, Hair.SHORT, _BLACK_HAIR, Top.JACKET, "#23324a", "#f4f4f2",
          "#23324a", tie="#c8401a"), replace(poses.POINTING, turn=8)),
    ("listener", Doing.SIT,
     Look(1.72, 0.98, 1.02, _LIGHT, Hair.SHORT, _BROWN_HAIR, Top.SHIRT, "#8ea3b5", "#f1f1ee",
          "#3a3f48"), poses.SITTING),
    ("listener who writes", Doing.SIT,
     Look(1.66, 0.88, 0.94, _WARM, Hair.BOB, _BLACK_HAIR, Top.SHIRT, "#b8876b", "#f6efe6",
          "#2a2c31", carried=Carried.TABLET, lanyard="#1f4fa3"),
     replace(poses.SITTING, right_arm=poses.PHONE.right_arm, nod=16)),
)  # fmt: skip


def cast_for(doing: Doing) -> tuple[int, ...]:
    """The numbers of the persons who do that."""
    return tuple(number for number, (_, does, _, _) in enumerate(CAST) if does is doing)


@cache
def person(number: int) -> Part:
    """One of the cast, on the floor at the origin, looking to +Z. Nobody is an obstacle."""
    name, _, look, pose = CAST[number]
    return part(name, *body(look, pose))


@cache
def person_shadow() -> Part:
    """What darkens the floor under a person: one for all of them."""
    return Part("person's shadow", (shadow(0.34, 0.30, strength=0.5, soft=0.2),))
