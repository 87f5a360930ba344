"""The wheel and the source archive, the same bytes for the same sources, and the bill of materials."""
