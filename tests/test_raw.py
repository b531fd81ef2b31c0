"""What gdb wrote down becomes facts, however it ended."""

from __future__ import annotations

import json
from typing import Any

from macros.rust.snapshots.raw import RawRun, Request, read_run


def variable(name: str, address: int) -> dict[str, Any]:
    facts = {"name": name, "line": 3, "argument": False, "address": address}
    return {**facts, "size": 2, "bytes": "0a0b"}


def frame(function: str, *variables: dict[str, Any]) -> dict[str, Any]:
    place = {"function": function, "line": 4, "start": 2, "low": 16, "high": 64}
    return {**place, "variables": list(variables)}


def moment(*frames: dict[str, Any], full: bool = False) -> str:
    thread = {"name": "t", "number": 1, "stopped": True, "top": 8, "locals": 0}
    return json.dumps(
        {
            "mark": 0,
            "log": [[1, 0, 8, 4, 99]],
            "log_full": full,
            "threads": [{**thread, "frames": list(frames)}],
            "blocks": [[99, 8, "0102"]],
            "image": [[7, "ff"]],
            "base": 5,
            "mapped": [[16, 64]],
        }
    )


STOP = moment(frame("main", variable("x", 20)))


def test_a_run_is_its_stops_and_its_end() -> None:
    """Bytes are bytes again, and the log is requests."""
    run = read_run([STOP, '{"ended": 3}'])
    assert (run.code, run.signal, run.stopped) == (3, 0, "")
    (one,) = run.moments
    assert one.log == (Request(1, 0, 8, 4, 99),)
    assert (one.blocks, one.image, one.base) == (((99, 8, b"\1\2"),), ((7, b"\xff"),), 5)
    ((found,),) = [each.variables for each in one.threads[0].frames]
    assert (found.name, found.address, found.bytes) == ("x", 20, b"\x0a\x0b")


def test_a_signal_is_no_exit_code() -> None:
    """A program that is ended by a signal has none."""
    assert read_run(['{"ended": null, "signal": 11}']) == RawRun((), None, 11)


def test_why_it_was_ended_is_kept() -> None:
    """Too many stops, another program, or what gdb itself says."""
    assert read_run(['{"stopped": "often"}']) == RawRun((), stopped="often")
    elsewhere = read_run(['{"stopped": "elsewhere", "at": "fork"}'])
    assert elsewhere == RawRun((), stopped="elsewhere", place="fork")
    assert read_run(['{"problem": "no"}']) == RawRun((), stopped="problem", place="no")


def test_a_full_log_ends_the_run() -> None:
    """What lies in the heap is no longer known then."""
    run = read_run([STOP, moment(full=True), '{"ended": 0}'])
    assert (len(run.moments), run.stopped) == (1, "log")


def test_facts_that_break_off_have_no_end() -> None:
    """A last line that was not written whole counts as none."""
    for lines in ([], [STOP], [STOP, STOP[: len(STOP) // 2]]):
        run = read_run(lines)
        assert (run.stopped, run.place) == ("problem", "gdb ended before the program did")
        assert len(run.moments) == min(len(lines), 1)


def test_what_a_closure_borrows_is_listed_once() -> None:
    """Its frame does not hold the variable, the one around it does."""
    inner = frame("main::{closure#0}", variable("x", 20), variable("y", 30))
    (one,) = read_run([moment(inner, frame("main", variable("x", 20))), '{"ended": 0}']).moments
    names = [[each.name for each in frame.variables] for frame in one.threads[0].frames]
    assert names == [["y"], ["x"]]
