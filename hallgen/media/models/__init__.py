"""Product models made web-ready: any format in, levels for near, for a close look and for afar out.

file -> kind -> plain GLB -> fitted (metres, Y up, on its foot) -> cleaned -> levels
"""
