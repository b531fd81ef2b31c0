"""The cache file: what is stored comes back, what is damaged is a miss, nothing ever raises."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from macros.cache import Cache


def test_stored_values_come_back(tmp_path: Path) -> None:
    """What one run wrote the next run reads, and an unknown key is absent."""
    cache = Cache(tmp_path / "facts.sqlite3")
    assert cache.write({"a": "[1]", "b": "[2]"}) == ""
    assert cache.read(["a", "b", "c"]) == {"a": "[1]", "b": "[2]"}


def test_ten_thousand_keys_are_read_at_once(tmp_path: Path) -> None:
    """More keys than SQLite takes as parameters of one statement are no problem."""
    cache = Cache(tmp_path / "facts.sqlite3")
    entries = {f"key{number}": f"[{number}]" for number in range(10_000)}
    assert cache.write(entries) == ""
    assert cache.read(list(entries)) == entries


def test_a_cache_without_a_file_holds_nothing() -> None:
    """`--no-cache` reads nothing and writes nothing."""
    cache = Cache(None)
    assert cache.write({"a": "[1]"}) == ""
    assert cache.read(["a"]) == {}


def test_a_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    """A value that was altered behind our back does not come back; its neighbour does."""
    cache = Cache(tmp_path / "facts.sqlite3")
    cache.write({"a": "[1]", "b": "[2]"})
    with sqlite3.connect(tmp_path / "facts.sqlite3") as database:
        database.execute("update facts set value = '[9]' where key = 'a'")
    assert cache.read(["a", "b"]) == {"b": "[2]"}


@pytest.mark.parametrize("size", [0, 10, 100, 5000])
def test_a_truncated_file_is_empty_and_then_replaced(tmp_path: Path, size: int) -> None:
    """A file cut short anywhere gives misses, and the next write makes it whole again."""
    path = tmp_path / "facts.sqlite3"
    cache = Cache(path)
    cache.write({f"key{number}": "[1]" * 20 for number in range(1000)})
    os.truncate(path, size)
    assert cache.read(["key1", "key999"]) in ({}, {"key1": "[1]" * 20})
    assert cache.write({"a": "[1]"}) == ""
    assert cache.read(["a"]) == {"a": "[1]"}


def test_a_file_of_garbage_is_replaced(tmp_path: Path) -> None:
    """A file that is no database is a miss, and does not stay."""
    path = tmp_path / "facts.sqlite3"
    path.write_bytes(b"this is not a database " * 100)
    cache = Cache(path)
    assert cache.read(["a"]) == {}
    assert cache.write({"a": "[1]"}) == ""
    assert cache.read(["a"]) == {"a": "[1]"}


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A cache that cannot be written says why, and does not raise."""
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "facts.sqlite3")
    assert "file" in cache.write({"a": "[1]"})
    assert cache.read(["a"]) == {}


def test_the_oldest_entries_make_room(tmp_path: Path) -> None:
    """The file is bounded: entries unused for longest go first."""
    path = tmp_path / "facts.sqlite3"
    cache = Cache(path, limit=1000)
    cache.write({"old": "x" * 600})
    with sqlite3.connect(path) as database:
        database.execute("update facts set used = 1")
    cache.write({"new": "y" * 600})
    assert cache.read(["old", "new"]) == {"new": "y" * 600}


def test_two_builds_write_at_once(tmp_path: Path) -> None:
    """Writers wait for each other: nothing is lost and nothing is damaged."""
    path = tmp_path / "facts.sqlite3"
    problems: list[str] = []

    def write(writer: int) -> None:
        for number in range(20):
            problems.append(Cache(path).write({f"{writer}-{number}": f"[{number}]"}))

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [f"{writer}-{number}" for writer in range(4) for number in range(20)]
    assert problems == [""] * 80
    assert sorted(Cache(path).read(keys)) == sorted(keys)


def test_a_kill_at_any_moment_leaves_the_file_valid(tmp_path: Path) -> None:
    """A writer that is killed in the middle of its work leaves whole entries only."""
    path = tmp_path / "facts.sqlite3"
    program = (
        "import sys; from pathlib import Path; from macros.cache import Cache\n"
        "n = 0\n"
        "while True:\n"
        "    Cache(Path(sys.argv[1])).write({f'k{n}-{i}': 'v' * 100 for i in range(200)}); n += 1\n"
    )
    for pause in (0.15, 0.22, 0.31):
        writer = subprocess.Popen([sys.executable, "-c", program, str(path)])
        time.sleep(pause)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        cache = Cache(path)
        assert set(cache.read([f"k0-{i}" for i in range(200)]).values()) <= {"v" * 100}
        assert cache.write({f"after-{pause}": "[1]"}) == ""
        assert cache.read([f"after-{pause}"]) == {f"after-{pause}": "[1]"}
