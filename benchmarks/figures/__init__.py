"""The figures that each version of hallgen is held to: bytes, counts and ratios of small fairs.

    python -m benchmarks.figures            measure, print, compare, and keep them for this version
    python -m benchmarks.figures --accept   keep them even where some got worse, for a reason

They are the same on every machine but for light's last digit. Times are printed beside them and are
never compared: machines are shared.
"""
