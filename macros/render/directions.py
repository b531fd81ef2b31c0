"""Characters that turn the direction of text, in what is written for readers: shown, not obeyed.

With one of them a line reads otherwise than it is: `U+202E` turns all that follows it around.
"""

from __future__ import annotations

import re
from typing import Final

_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def show_directions(text: str) -> str:
    """The text of a page with `\\u{202e}` in the place of the character."""
    return _DIRECTIONS.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", text)


def escape_directions(json: str) -> str:
    """JSON that means the same, with `\\u202e` in the place of the character."""
    return _DIRECTIONS.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
