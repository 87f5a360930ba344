"""Panoramas: equirectangular pictures as the faces of a cube, at several sizes."""

from hallgen.media.panoramas.cube import cut_panorama
from hallgen.media.panoramas.opening import says_panorama
from hallgen.media.panoramas.types import Panorama

__all__ = ["Panorama", "cut_panorama", "says_panorama"]
