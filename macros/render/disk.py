"""What the search needs on pages that are read from a disk, where no JSON can be fetched.

The theme asks for `search/search_index.js` there; `docs/assets/disk.js` does the rest.
"""

from __future__ import annotations

from pathlib import Path

from macros.render.directions import escape_directions

INDEX = "search_index.json"
SCRIPT = "search_index.js"


def write_search_script(folder: Path) -> None:
    """Write the search index once more, as a script; nothing for a site that has no search.

    No character of either turns the text around.
    """
    if (folder / INDEX).is_file():
        index = escape_directions((folder / INDEX).read_text(encoding="utf-8"))
        (folder / INDEX).write_text(index, encoding="utf-8")
        (folder / SCRIPT).write_text(f"var __index = {index};\n", encoding="utf-8")
