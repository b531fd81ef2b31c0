"""What the search needs on pages that are read from a disk, where no JSON is fetched and no worker
starts.

The theme asks for `search/search_index.js` when a page was opened from a file. It gets the index
as a script, and with it a stand-in for `Worker`.
"""

from __future__ import annotations

from pathlib import Path

INDEX = "search_index.json"
SCRIPT = "search_index.js"


def write_search_script(folder: Path) -> None:
    """Write the script beside the index; nothing for a site that has no search."""
    if (folder / INDEX).is_file():
        worker = Path(__file__).with_name("disk_worker.js").read_text(encoding="utf-8")
        index = (folder / INDEX).read_text(encoding="utf-8")
        (folder / SCRIPT).write_text(f"{worker}\nvar __index = {index};\n", encoding="utf-8")
