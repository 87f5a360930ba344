"""The small example fairs: `python -m tools.small_fairs` writes what is not written by hand."""
