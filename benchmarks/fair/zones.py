"""The nine zones of the fair: what is shown there, and how its exhibitors like to stand."""

from __future__ import annotations

from dataclasses import dataclass

from tools.industry_fair.words import Said


@dataclass(frozen=True, slots=True)
class Character:
    """Chances, 0 to 1, of how a cell of the plan is cut into booths.

    `flagship`: one firm takes all the depth next to the main aisle; `whole`: a block is one booth;
    `rows`: the middle is back-to-back rows; `shells`: the rest is shell scheme.
    """

    flagship: float
    whole: float
    rows: float
    shells: float


#: Machines want floor, parts and programs a fascia.
MACHINES = Character(flagship=0.25, whole=0.65, rows=0.15, shells=0.25)
MIXED = Character(flagship=0.12, whole=0.50, rows=0.35, shells=0.50)
SMALL = Character(flagship=0.06, whole=0.35, rows=0.50, shells=0.62)


@dataclass(frozen=True, slots=True)
class Zone:
    """A theme, the segments (of the sample's vocabulary) that stand there, and its share of the
    fair's floor.
    """

    id: str
    name: Said
    color: str
    segments: tuple[str, ...]
    character: Character
    share: float


#: In the order in which they fill the halls. Shares by the number of halls that the zones of
#: CIIF at NECC Shanghai have.
ZONES = (
    Zone(
        "automation", Said("工业自动化", "Industrial Automation"), "#3b3fb5",
        ("control", "drives", "sensors", "electrics", "software"), MIXED, 2.0,
    ),
    Zone(
        "robotics", Said("机器人", "Robotics"), "#b3197a",
        ("robots", "cobots", "grippers", "lines"), MIXED, 1.5,
    ),
    Zone(
        "cnc", Said("数控机床与金属加工", "CNC Machine Tools & Metalworking"), "#1f4fa3",
        ("machining", "turning", "edm", "grinding", "laser", "forming", "welding", "tooling",
         "metrology"), MACHINES, 3.0,
    ),
    Zone(
        "energy", Said("能源", "Energy"), "#0a7f5c",
        ("power", "storage", "hydrogen"), MACHINES, 1.25,
    ),
    Zone(
        "information", Said("信息与通信", "Information & Communication"), "#0a6fc2",
        ("network", "cloud", "software"), SMALL, 1.25,
    ),
    Zone(
        "environment", Said("环保技术", "Environmental Protection"), "#3f7d20",
        ("environment",), MIXED, 0.75,
    ),
    Zone(
        "vehicles", Said("新能源与智能网联汽车", "New-Energy & Connected Vehicles"), "#c8401a",
        ("chassis", "drives", "storage", "lines"), MACHINES, 0.75,
    ),
    Zone(
        "innovation", Said("科技创新", "Science & Technology Innovation"), "#7a3fa3",
        ("cloud", "cobots", "sensors", "edm"), SMALL, 0.75,
    ),
    Zone(
        "materials", Said("新材料", "New Materials"), "#96591a",
        ("materials", "surface"), SMALL, 0.75,
    ),
)  # fmt: skip


def allotted(bays: int) -> tuple[Zone, ...]:
    """The zone of each bay of the fair, by the zones' shares, one bay at least for each zone where
    there are enough.
    """
    total = sum(zone.share for zone in ZONES)
    counts = [int(bays * zone.share / total) for zone in ZONES]
    if bays >= len(ZONES):
        counts = [max(1, count) for count in counts]
    rest = [bays * zone.share / total - count for zone, count in zip(ZONES, counts, strict=True)]
    for at in sorted(range(len(ZONES)), key=lambda i: (-rest[i], i)):
        if sum(counts) < bays:
            counts[at] += 1
    while sum(counts) > bays:
        counts[counts.index(max(counts))] -= 1
    return tuple(z for z, count in zip(ZONES, counts, strict=True) for _ in range(count))
