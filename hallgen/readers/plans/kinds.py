"""What people call the things on a plan, in the languages that plans come in."""

from __future__ import annotations

from hallgen.model import AreaKind, BoothKind
from hallgen.readers.fair_file import Role

_ROLES: dict[Role, str] = {
    Role.BOOTHS: "booth|stand|stall|shell|raw|pavilion|outdoor|table|unit"
    "|展位|展台|标摊|光地|부스|小間",
    Role.WALLS: "wall|partition|墙|墙体|벽|壁",
    Role.COLUMNS: "column|pillar|post|柱|柱子|立柱|기둥",
    Role.OUTLINE: "outline|hall|footprint|level|floor|boundary|展馆|会場",
    Role.EXITS: "emergency exit|fire exit|escape|安全出口|紧急出口|疏散门|비상구|非常口|notausgang",
    Role.HYDRANTS: "hydrant|fire hydrant|消火栓|消防栓|소화전|消火栓箱",
    Role.GATES: "entrance|exit|entry|gate|door|opening|入口|出口|입구|출구|출입구|門|门",
    Role.IGNORE: "aisle|walkway|corridor|legend|通道|通路|통로",
}
_AREAS: dict[AreaKind, str] = {
    AreaKind.ENTRANCE: "registration|reception|foyer|lobby|entrance|ticket|登录|登記|注册|등록"
    "|등록대|受付|안내|인포",
    AreaKind.STAGE: "stage|theatre|theater|forum|auditorium|conference|舞台|무대|ステージ|论坛",
    AreaKind.LOUNGE: "lounge|cafe|café|coffee|rest area|seating|vip|food|休息|咖啡|라운지|카페|休憩"
    "|ラウンジ|餐",
    AreaKind.FACILITY: "facility|service|office|storage|toilet|restroom|wc|first aid|info|设施|시설"
    "|施設|厕|화장실|トイレ",
}
#: A whole word only: a booth may well be of a kind "food and coffee".
_ROLE_OF = {word: Role.AREAS for words in _AREAS.values() for word in words.split("|")} | {
    word: role for role, words in _ROLES.items() for word in words.split("|")
}
_KINDS = {kind.value: kind for kind in BoothKind} | {
    "shell scheme": BoothKind.SHELL,
    "标摊": BoothKind.SHELL,
    "raw space": BoothKind.RAW,
    "space only": BoothKind.RAW,
    "光地": BoothKind.RAW,
    "open area": BoothKind.OUTDOOR,
    "open air": BoothKind.OUTDOOR,
    "室外": BoothKind.OUTDOOR,
    "室外展位": BoothKind.OUTDOOR,
}


def role_of_kind(kind: str) -> Role | None:
    """The role of a row or feature of this kind; None where the word says nothing."""
    word = kind.strip().casefold()
    return _ROLE_OF.get(word) or _ROLE_OF.get(word.removesuffix("s"))


def booth_kind(kind: str) -> BoothKind | None:
    """The kind of booth that a word means, if it means one."""
    return _KINDS.get(kind.strip().casefold())


def area_kind(*words: str) -> AreaKind:
    """The kind of area that its kind, name or layer tells; a facility where none does."""
    for word in words:
        lowered = word.casefold()
        for kind, hints in _AREAS.items():
            if any(hint in lowered for hint in hints.split("|")):
                return kind
    return AreaKind.FACILITY
