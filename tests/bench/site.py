"""MkDocs' configurations of a synthetic book: ours, ours recorded, and the plain stand-in.

All inherit the project's own `mkdocs.yml`: the same theme, plugins and extensions.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.bench.measure import CannotMeasure, Cost, run_command

PROJECT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
OURS, RECORDED, PLAIN = "ours.yml", "recorded.yml", "plain.yml"
HOOK = "macros/site_hooks.py"
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def write_configurations(root: Path) -> None:
    """Write the three configurations; the generator stands beside them, as in the project."""
    (root / "macros").symlink_to(PROJECT / "macros", target_is_directory=True)
    recorder, plain = (str(HERE / name) for name in ("recorder", "plain"))
    _write(root, OURS, "macros", [HOOK])
    _write(root, RECORDED, recorder, [HOOK, f"{recorder}.py"])
    _write(root, PLAIN, plain, [f"{plain}.py"])


def _write(root: Path, name: str, module: str, hooks: Sequence[str]) -> None:
    settings = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "site_dir": f"site_{name.removesuffix('.yml')}",
        "nav": None,
        "extra_css": [],
        "extra_javascript": [],
        "plugins": swap_module(read_project()["plugins"], module),
        "hooks": list(hooks),
        "extra": {"notes": str(root / "notes.json")},
    }
    (root / name).write_text(yaml.safe_dump(settings), encoding="utf-8")


def read_project() -> dict[str, Any]:
    """Read the project's own configuration. Raises CannotMeasure where there is none."""
    try:
        with (PROJECT / "mkdocs.yml").open("rb") as file:
            return dict(yaml_load(file))
    except OSError as error:
        raise CannotMeasure(f"mkdocs.yml cannot be read: {error.strerror}") from error


def swap_module(plugins: Sequence[Any], module: str) -> list[Any]:
    """Return the plugins with another module for mkdocs-macros."""
    return [
        {"macros": {**each["macros"], "module_name": module}}
        if isinstance(each, dict) and "macros" in each
        else each
        for each in plugins
    ]


def build_site(root: Path, configuration: str) -> Cost:
    """Build the site as `make site` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", configuration]
    return run_command(command, root, QUIET)


def compare_sites(root: Path) -> None:
    """Raises CannotMeasure where the plain site's pages are not those of ours, byte by byte."""
    ours, plain = ({path.relative_to(each): path for path in _pages(each)} for each in _sites(root))
    other = [
        str(name)
        for name in sorted(ours.keys() | plain.keys())
        if name not in ours or name not in plain or _bytes(ours[name]) != _bytes(plain[name])
    ]
    if other:
        raise CannotMeasure(f"the build without verification differs in {', '.join(other[:9])}")


def _sites(root: Path) -> tuple[Path, Path]:
    return root / "site_ours", root / "site_plain"


def _pages(site: Path) -> list[Path]:
    return [*site.rglob("*.html"), site / "search" / "search_index.json"]


def _bytes(path: Path) -> bytes:
    return path.read_bytes()
