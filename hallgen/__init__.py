"""hallgen turns an exhibitor list and floor plans into a 3D exhibition on the web."""

__version__ = "0.1.0"
