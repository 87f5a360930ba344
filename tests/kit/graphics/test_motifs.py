import pytest
import yaml

from hallgen import resources
from hallgen.kit.graphics.motifs import motif_for
from hallgen.kit.graphics.sculptures import ABSTRACT, SCULPTURES, sculpture_for


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["六轴机器人"], "arm"),
        (["Deep groove ball bearings"], "bearing"),
        (["五轴加工中心"], "machine"),
        (["Servo motor"], "motor"),
        (["공작기계"], "machine"),
        (["AI platform"], "software"),
        (["Painting"], ""),
        (["", "软件"], "software"),
        (["お茶"], "cup"),
        (["Fibre laser cutter"], "machine"),
        (["Driverless forklift"], "vehicle"),
        (["整体硬质合金立铣刀", "Solid carbide end mill"], "tool"),
        (["Zero-point pallet system", "Software"], "tool"),
    ],
)
def test_words_choose_a_motif(words: list[str], name: str) -> None:
    assert motif_for(words) == name


def test_every_sculpture_is_chosen_by_some_word() -> None:
    named = yaml.safe_load((resources.assets() / "motifs.yaml").read_text(encoding="utf-8"))
    assert set(SCULPTURES) <= set(named)


def test_what_nobody_names_is_abstract_and_varies() -> None:
    assert len({sculpture_for("", seed) for seed in range(4)}) == len(ABSTRACT) == 4
    assert sculpture_for("battery", 0) is SCULPTURES["battery"]()
