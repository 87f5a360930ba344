"""Fairs of any size from a seed: a fair folder as an organiser would have it.

    python -m benchmarks.fair DIR --exhibitors 280 [--seed 1]

At 2,800 exhibitors: nine zones over twelve hall levels of 270 by 108 m, 15,000 products, one in
twenty with a model, all logos and photos different. Fewer exhibitors fill fewer such halls, at the
same density, and the rest a smaller one. Names are put together by chance and mean nobody.
"""

from benchmarks.fair.folder import MadeFair, Truth, make_fair, write_fair, write_lists

__all__ = ["MadeFair", "Truth", "make_fair", "write_fair", "write_lists"]
