"""A tiny site of players, built with the project's own theme, Markdown and assets."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from macros.draw.player import draw_player
from tests.made_memory import PLAYERS

KEPT = ("site_name", "use_directory_urls", "theme", "extra_css", "extra", "extra_javascript")


def build_players(project: Path, folder: Path) -> Path:
    """Write one page a player into `folder` and build them; return the built site."""
    chosen = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config = {key: chosen[key] for key in (*KEPT, "markdown_extensions")}
    docs = folder / "docs"
    shutil.copytree(project / "docs/assets", docs / "assets")
    (docs / "index.md").write_text("# Players\n", "utf-8")
    for name, player in PLAYERS.items():
        text = f"# {name.capitalize()}\n\nBefore it.\n\n{draw_player(player)}\n\nBehind it.\n"
        (docs / f"{name}.md").write_text(text, "utf-8")
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump({**config, "plugins": []}), "utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(path))
    subprocess.run(command, check=True, cwd=folder, stdin=subprocess.DEVNULL)
    return folder / "site"
