"""Object file → layouts of types, from the debug information that rustc wrote into it.

Pure: bytes in, frozen values out.
"""

from macros.rust.dwarf.nouns import Missing, Probe, UnreadableObject, View
from macros.rust.dwarf.read import read_layouts

__all__ = ["Missing", "Probe", "UnreadableObject", "View", "read_layouts"]
