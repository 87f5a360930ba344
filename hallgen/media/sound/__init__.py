"""Recordings of a voice as browsers play them: what a guide says at a stop."""

from hallgen.media.sound.convert import convert_sound, sound_as_it_is
from hallgen.media.sound.types import Sound

__all__ = ["Sound", "convert_sound", "sound_as_it_is"]
