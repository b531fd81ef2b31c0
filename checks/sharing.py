"""What the processes of one test run share: a folder, things made once, and whose turn it is.

With `pytest -n 2` each test runs in one of two processes. Whatever is expensive is made by the
first that needs it; a test marked `alone` runs while no other one does.
"""

from __future__ import annotations

import fcntl
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

COMMON = "common_folder"
_FOLDER = pytest.StashKey[Path]()


def share(config: pytest.Config) -> None:
    """Let the hooks of this module take part, once, whichever folder's tests are read first."""
    if not config.pluginmanager.has_plugin(__name__):
        config.pluginmanager.register(sys.modules[__name__], __name__)


def is_one_of_several(config: pytest.Config) -> bool:
    """Whether this process runs only some of the tests."""
    return hasattr(config, "workerinput")


def common_folder(config: pytest.Config) -> Path:
    """Return the folder of this run, the same in all of its processes; it is gone afterwards."""
    if _FOLDER not in config.stash:
        given = getattr(config, "workerinput", {}).get(COMMON)
        config.stash[_FOLDER] = Path(given) if given else _make_folder(config)
    return config.stash[_FOLDER]


def _make_folder(config: pytest.Config) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    return folder


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a new process where the folder is."""
    node.workerinput[COMMON] = str(common_folder(node.config))


def made_once(config: pytest.Config, name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
    """Return the folder of that name and what `make` said of it: only the first process calls it,
    and the others wait."""
    folder = common_folder(config) / name
    said = folder.with_suffix(".said")
    with turn(folder.with_suffix(".lock")):
        if not said.exists():
            folder.mkdir(exist_ok=True)
            said.write_text(make(folder), encoding="utf-8")
    return folder, said.read_text(encoding="utf-8")


@contextmanager
def turn(file: Path, kind: int = fcntl.LOCK_EX) -> Iterator[None]:
    """Hold a lock on a file; the system lets go of it when this process dies."""
    with file.open("w", encoding="utf-8") as held:
        fcntl.flock(held, kind)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test beside others, unless it is marked `alone`: it waits until they have ended, and
    the next ones wait at the gate."""
    if not is_one_of_several(item.config):
        return (yield)
    folder = common_folder(item.config)
    if item.get_closest_marker("alone"):
        with turn(folder / "gate"), turn(folder / "running"):
            return (yield)
    with turn(folder / "gate"):
        beside = turn(folder / "running", fcntl.LOCK_SH)
        beside.__enter__()
    try:
        return (yield)
    finally:
        beside.__exit__(None, None, None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object | None:
    """Deal out whole files, or what is named in `checks.scheduling`, unless told otherwise."""
    if config.getoption("dist") != "load":
        return None
    from checks.scheduling import Scheduling  # noqa: PLC0415 - only where there is pytest-xdist

    return Scheduling(config, log)
