"""Photos made web-ready: CPU seconds and bytes against plain Pillow and against sharp.

    python -m benchmarks.photos

Each makes the same three sizes of the same photos as WebP of the same quality. Goals: half of
plain Pillow's CPU and 1.1 of sharp's at most. sharp is installed by npm into a temporary folder
and runs on one thread; where there is no npm or no network, its row is left out. Ours makes the
placeholder as well. The least of some runs in turn is taken.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from hallgen.media.opening import open_picture
from hallgen.media.pictures import PAGE_SIDES, picture_set
from hallgen.media.pictures.encoding import QUALITY
from tools.npm import npm

GOAL_PILLOW, GOAL_SHARP = 0.5, 1.1
RUNS = 4
SHARP = "sharp@0.34.5"

_PEER = """
const sharp = require('sharp');
sharp.concurrency(1); sharp.cache(false);
const [quality, sides, ...files] = JSON.parse(process.argv[2]);
const make = async (file) => {
  let bytes = 0;
  for (const side of sides) {
    bytes += (await sharp(file).rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality }).toBuffer()).length;
  }
  return bytes;
};
(async () => {
  await make(files[0]);
  const start = process.cpuUsage();
  let bytes = 0;
  for (const file of files) bytes += await make(file);
  const used = process.cpuUsage(start);
  console.log(JSON.stringify([(used.user + used.system) / 1e6, bytes]));
})();
"""

Measured = tuple[float, int]


def photo(seed: int, width: int, height: int) -> Image.Image:
    """A picture with the spectrum of a photo (1/f) and a sensor's noise."""
    chance = np.random.default_rng(seed)
    total = np.zeros((height, width, 3), np.float32)
    for step in range(1, 10):
        size = 2 ** (step + 1), max(2, 2 ** (step + 1) * height // width)
        for channel in range(3):
            coarse = chance.standard_normal((size[1], size[0])).astype(np.float32)
            plane = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
            total[..., channel] += np.asarray(plane) / step
    total += chance.standard_normal((height, width, 1), np.float32) * 0.05
    return Image.fromarray(np.clip(128 + 40 * total, 0, 255).astype(np.uint8))


def ours(data: bytes) -> int:
    made = picture_set(open_picture(data, PAGE_SIDES[-1]).image)
    return sum(len(file.data) for file in made.files)


def plain_pillow(data: bytes) -> int:
    image = Image.open(io.BytesIO(data))
    image.load()
    image = ImageOps.exif_transpose(image)
    total = 0
    for side in PAGE_SIDES:
        scale = side / max(image.size)
        size = round(image.width * scale), round(image.height * scale)
        buffer = io.BytesIO()
        image.resize(size, Image.Resampling.LANCZOS).save(buffer, "WEBP", quality=QUALITY)
        total += len(buffer.getvalue())
    return total


def measure(make: Callable[[bytes], int], photos: list[bytes]) -> Measured:
    start = time.process_time()
    total = sum(map(make, photos))
    return time.process_time() - start, total


def sharp(folder: Path, files: list[Path]) -> Measured:
    asked = json.dumps([QUALITY, PAGE_SIDES, *map(str, files)])
    command = ["node", str(folder / "peer.cjs"), asked]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    seconds, total = json.loads(done.stdout)
    return float(seconds), int(total)


def has_sharp(folder: Path) -> bool:
    (folder / "peer.cjs").write_text(_PEER)
    (folder / "package.json").write_text("{}")
    command = ["install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), SHARP]
    return npm(command) == 0


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for seed, (width, height) in enumerate(((4000, 3000), (3024, 4032), (6000, 4000))):
            files.append(folder / f"{seed}.jpg")
            photo(seed, width, height).save(files[-1], quality=90)
        photos = [file.read_bytes() for file in files]
        rows: dict[str, Callable[[], Measured]] = {
            "ours": lambda: measure(ours, photos),
            "plain Pillow": lambda: measure(plain_pillow, photos),
        }
        if has_sharp(folder):
            rows["sharp"] = lambda: sharp(folder, files)
        found: dict[str, list[Measured]] = {row: [] for row in rows}
        for _ in range(RUNS):
            for row, run in rows.items():
                found[row].append(run())
    best = {row: min(measured) for row, measured in found.items()}
    print(f"{len(photos)} photos, {'+'.join(map(str, PAGE_SIDES))} pixels")
    for row, (seconds, size) in best.items():
        print(f"{row:14}{seconds / len(photos) * 1000:8.0f} ms CPU a photo{size / 1e6:8.2f} MB")
    for row, goal in (("plain Pillow", GOAL_PILLOW), ("sharp", GOAL_SHARP)):
        if row not in best:
            print(f"{row}: not installed, so not compared")
            continue
        ratio, size = best["ours"][0] / best[row][0], best["ours"][1] / best[row][1]
        print(f"ours / {row:14} CPU {ratio:.2f} (goal {goal:.2f}), bytes {size:.2f}")


if __name__ == "__main__":
    main()
