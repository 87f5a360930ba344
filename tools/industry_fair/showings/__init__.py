"""What a few of the sample's exhibitors show besides words: two films, a panorama, two data sheets.

The pictures are taken in a workshop that code builds and lights. `python -m
tools.industry_fair.showings` makes the files anew (five minutes; the films need ffmpeg, whose
versions give other bytes); the fair folder holds them.
"""
