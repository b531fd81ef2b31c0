"""Facts kept from one run to the next, in one SQLite file: key → JSON text.

A key says everything a fact depends on (see `facts.py`), so an entry never goes stale; it only
grows old. A damaged entry, or a damaged file, is a miss. A cache that cannot be read or written
costs time, never a wrong answer; `problem` then says why, for the summary line.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

LIMIT_BYTES = 64 * 1024 * 1024
"""How large the stored values may grow before the ones unused for longest are dropped."""

_SCHEMA = """
create table if not exists facts (
    key text primary key, value text not null, sum integer not null, used integer not null
) without rowid
"""
_DAY = 86_400
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Cache:
    """A file of facts; `path` None is a cache that holds nothing (`--no-cache`), a
    `read_only` one is never touched."""

    path: Path | None
    limit: int = LIMIT_BYTES
    read_only: bool = False

    def read(self, keys: Sequence[str]) -> dict[str, str]:
        """Return the values of the keys that are stored and undamaged."""
        if self.path is None or not self.path.exists():
            return {}
        try:
            with closing(_connect(self.path, read_only=self.read_only)) as database:
                return dict(_read_rows(database, keys))
        except sqlite3.OperationalError:
            return {}
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return {}

    def write(self, entries: Mapping[str, str]) -> str:
        """Store the entries in one transaction; return why that failed, or nothing."""
        if self.path is None or self.read_only or not entries:
            return ""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._store(self.path, entries)
        except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
            return str(error)
        return ""

    def _store(self, path: Path, entries: Mapping[str, str]) -> None:
        try:
            _write_rows(path, entries, self.limit)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            _remove_damaged(path)
            _write_rows(path, entries, self.limit)


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    name = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    database = sqlite3.connect(name, timeout=10.0, isolation_level=None, uri=True)
    database.execute("pragma synchronous = normal")
    return database


def _read_rows(database: sqlite3.Connection, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    today = int(time.time()) // _DAY
    stale: list[str] = []
    for chunk in _chunks(keys):
        marks = ",".join("?" * len(chunk))
        rows = database.execute(
            f"select key, value, sum, used from facts where key in ({marks})",  # noqa: S608
            chunk,
        )
        for key, value, checksum, used in rows:
            if not isinstance(value, str) or zlib.crc32(value.encode()) != checksum:
                continue
            if used != today:
                stale.append(key)
            yield key, value
    _mark_used(database, stale, today)


def _mark_used(database: sqlite3.Connection, keys: Sequence[str], today: int) -> None:
    try:
        for chunk in _chunks(keys):
            marks = ",".join("?" * len(chunk))
            database.execute(
                f"update facts set used = ? where key in ({marks})",  # noqa: S608
                (today, *chunk),
            )
    except sqlite3.OperationalError:
        return  # a folder that cannot be written: the entries only look older than they are


def _write_rows(path: Path, entries: Mapping[str, str], limit: int) -> None:
    today = int(time.time()) // _DAY
    rows = ((key, value, zlib.crc32(value.encode()), today) for key, value in entries.items())
    with closing(_connect(path)) as database:
        database.execute(_SCHEMA)
        database.execute("begin immediate")
        database.executemany("insert or replace into facts values (?, ?, ?, ?)", rows)
        _drop_oldest(database, limit)
        database.execute("commit")


def _drop_oldest(database: sqlite3.Connection, limit: int) -> None:
    """Delete the entries unused for longest until the values fit into `limit` bytes."""
    total = int(database.execute("select coalesce(sum(length(value)), 0) from facts").fetchone()[0])
    if total <= limit:
        return
    for key, size in database.execute(
        "select key, length(value) from facts order by used, key"
    ).fetchall():
        database.execute("delete from facts where key = ?", (key,))
        total -= int(size)
        if total <= limit * 3 // 4:
            return


def _remove_damaged(path: Path) -> None:
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _chunks(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
