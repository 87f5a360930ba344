from pathlib import Path

import numpy as np
from PIL import Image

from hallgen.model import FairIndex
from tests.kit.graphics.contact import GOLDEN, contact_sheet

#: Levels of 255 by which prints may differ in the mean, and in any 20 pixels square (a third
#: of a poster's width). WebP alone makes 3.4 and 15, mostly of its halved colours; another
#: FreeType moves the edges of letters; another layout of one poster makes 168 in a square.
_MEAN, _WORST = 5.0, 40.0


def test_prints_look_as_they_did(index: FairIndex, folder: Path) -> None:
    drawn = np.asarray(contact_sheet(index, folder), int)
    golden = np.asarray(Image.open(GOLDEN).convert("RGB"), int)
    assert drawn.shape == golden.shape
    apart = np.abs(drawn - golden).mean(axis=2)
    tall, wide = (side // 20 * 20 for side in apart.shape)
    cells = apart[:tall, :wide].reshape(tall // 20, 20, wide // 20, 20).mean(axis=(1, 3))
    assert cells.mean() < _MEAN
    assert cells.max() < _WORST
