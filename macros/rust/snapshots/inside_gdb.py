"""Runs inside gdb's own Python: stops the program at every mark and writes down what lies there.

Nothing of the generator is imported here, and the Python may be as old as 3.9. The raw facts are
addresses and bytes; what they mean is decided elsewhere. The environment of gdb says in
SNAPSHOTS_ASKED, as JSON, what is asked: `out` (a file, one JSON value a line), `source` (the name
of the program's source file), `most` (how many stops are taken), `frames` (how many calls of a
thread may wait), `seconds` (how long the program may run), `room` (how many lines the log of the
allocator holds), `stop` (where the program's file puts the function at which it stops) and `ranges`
(where it puts what has bytes in memory: first address, address behind the last).
"""

from __future__ import annotations

import json
import os
import pathlib
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import gdb

ASKED: dict[str, Any] = json.loads(os.environ["SNAPSHOTS_ASKED"])
sys.path.insert(0, str(pathlib.Path(ASKED["out"]).parent))

if TYPE_CHECKING:
    from macros.rust.snapshots import inside_memory as memory
else:
    import inside_memory as memory

STOP = "rust_memory_stop"
OURS = "__snapshots"
BY_POINTER = 16
"""A larger argument lies with the caller, and a hidden pointer leads to it."""
HIDDEN = re.compile(
    r"Range (0x[0-9a-f]+)-(0x[0-9a-f]+): a complex DWARF expression:\s+"
    r"0: DW_OP_breg\d+ (-?\d+) \[\$(\w+)\]\s+\d+: DW_OP_deref\s*,"
)
COMMANDS = (
    "set pagination off",
    "set confirm off",
    "set width 0",
    "set language c",
    "set startup-with-shell on",
    "set disable-randomization on",
    "set follow-fork-mode parent",
    "handle all nostop noprint pass",
    "unset environment",
    "catch fork",
    "catch vfork",
    "catch exec",
)
Facts = dict[str, Any]


# Frames and variables -----------------------------------------------------------------------


def walk(frame: Any) -> Iterator[Any]:
    """A frame, and those that it will return to."""
    while frame is not None and frame.is_valid():
        yield frame
        frame = frame.older()


class TooDeep(Exception):
    """More calls wait for each other than a picture can hold."""


def frames_of(thread: Any) -> list[Facts]:
    """The thread's frames in the listing's own file, the innermost first."""
    thread.switch()
    found = []
    for depth, frame in enumerate(walk(gdb.newest_frame())):
        if depth == ASKED["frames"]:
            raise TooDeep
        if is_shown(frame):
            found.append(facts_of(frame))
    return found


def is_shown(frame: Any) -> bool:
    symtab = frame.find_sal().symtab
    name = frame.name() or ""
    if symtab is None or OURS in name or STOP in name:
        return False
    return bool(pathlib.PurePath(symtab.filename).name == ASKED["source"])


def facts_of(frame: Any) -> Facts:
    return {
        "function": frame.name() or "",
        "line": frame.find_sal().line,
        "start": frame.function().line,
        "low": read_register(frame, "sp"),
        "high": end_of(frame),
        "variables": list(variables_of(frame)),
    }


def end_of(frame: Any) -> int:
    """Where the caller's frame begins; gdb shows no caller of `main`, but frames are linked."""
    older = frame.older()
    return (
        read_register(frame, "fp") + 2 * memory.WORD
        if older is None
        else read_register(older, "sp")
    )


def read_register(frame: Any, name: str) -> int:
    return int(frame.read_register(name).cast(gdb.lookup_type("long")))


def variables_of(frame: Any) -> Iterator[Facts]:
    """Every variable in scope, innermost block first; a shadowed one too."""
    block = frame.block()
    while block is not None:
        for symbol in block:
            is_ours = symbol.is_variable or symbol.is_argument
            if is_ours and symbol.addr_class not in (gdb.SYMBOL_LOC_STATIC, gdb.SYMBOL_LOC_CONST):
                yield variable_of(symbol, frame)
        block = None if block.function is not None else block.superblock


def variable_of(symbol: Any, frame: Any) -> Facts:
    """`address` is 0 for a variable that has no place."""
    try:
        value = symbol.value(frame)
        size = int(value.type.sizeof)
        address = int(value.address) if value.address is not None else 0
    except gdb.error:
        size = address = 0
    if symbol.is_argument and size > BY_POINTER:
        address = behind_pointer(symbol, frame) or address
    return {
        "name": symbol.name,
        "line": symbol.line,
        "argument": symbol.is_argument,
        "address": address,
        "size": size,
        "bytes": memory.read(address, min(size, memory.BLOCK_BYTES)).hex() if address else "",
    }


def behind_pointer(symbol: Any, frame: Any) -> int:
    """Where an argument lies that is handed over by a hidden pointer; 0 where it is not so.

    gdb looks a caller's variables up as they were just before its call: there the pointer may
    still be in a register, which the call has changed since.
    """
    text = gdb.execute(f"info scope *{frame.pc():#x}", to_string=True)
    mine = text.partition(f"ymbol {symbol.name} is multi-location:")[2].partition("\nSymbol ")[0]
    for first, last, offset, register in HIDDEN.findall(mine):
        if int(first, 16) <= frame.pc() < int(last, 16):
            return memory.read_word(read_register(frame, register) + int(offset))
    return 0


# Threads ------------------------------------------------------------------------------------


def threads_now() -> list[Facts]:
    """Every thread with frames of the listing, in the order in which they were started."""
    stopped = gdb.selected_thread()
    threads = sorted(gdb.selected_inferior().threads(), key=lambda one: int(one.num))
    facts = [thread_facts(one, one.num == stopped.num) for one in threads]
    stopped.switch()
    return [one for one in facts if one["frames"]]


def thread_facts(thread: Any, stopped: bool) -> Facts:
    frames = frames_of(thread)
    return {
        "name": thread.name or "",
        "number": thread.num,
        "stopped": stopped,
        "top": read_register(gdb.newest_frame(), "sp"),
        "locals": thread_base(),
        "frames": frames,
    }


def thread_base() -> int:
    """Where the thread's own statics end, 0 on a machine where that is not known."""
    try:
        return int(gdb.parse_and_eval("(unsigned long)$fs_base"))
    except gdb.error:
        return 0


# The run ------------------------------------------------------------------------------------


def moment(heap: memory.Heap) -> Facts:
    """All facts of one stop."""
    base = memory.address_of(STOP) - ASKED["stop"]
    number = int(gdb.newest_frame().read_var("number"))
    log = heap.follow()
    threads = threads_now()
    blocks = heap.read()
    ranges = [(first + base, last + base) for first, last in ASKED["ranges"]]
    own = memory.thread_statics(threads, ASKED["locals"])
    texts = [*memory.variable_bytes(threads), *(data for _, _, data in blocks)]
    return {
        "mark": number,
        "log": log,
        "log_full": heap.count() > ASKED["room"],
        "threads": threads,
        "blocks": blocks,
        "image": [*memory.image_bytes(texts, ranges), *own],
        "base": base,
        "mapped": memory.mapped(gdb.selected_inferior().pid),
    }


def exit_facts() -> Facts:
    """How the program ended: by itself, or by a signal."""
    code = gdb.parse_and_eval("$_exitcode")
    if code.type.code != gdb.TYPE_CODE_VOID:
        return {"ended": int(code)}
    signal = gdb.parse_and_eval("$_exitsignal")
    return {"ended": None, "signal": 0 if signal.type.code == gdb.TYPE_CODE_VOID else int(signal)}


def stops(out: Any) -> Facts:
    """Write down every stop; how it ended."""
    gdb.execute("starti < /dev/null > /dev/null 2>&1", to_string=True)
    heap, clock = memory.Heap(ASKED["room"]), Clock(ASKED["seconds"])
    clock.run_on()
    for taken in range(ASKED["most"] + 1):
        if clock.is_over:
            return {"stopped": "time"}
        if not gdb.selected_inferior().pid:
            return exit_facts()
        name = gdb.newest_frame().name() or ""
        if name.split("::")[-1] != STOP:
            return {"stopped": "elsewhere", "at": name}
        if taken < ASKED["most"]:
            write(out, moment(heap))
            clock.run_on()
    return {"stopped": "often"}


class Clock:
    """Ends the program when it has run for so many seconds; the debugger's own do not count."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        self.is_over = False

    def run_on(self) -> None:
        """Let the program go on until it stops or ends."""
        begin = time.monotonic()
        timer = threading.Timer(self.left, self.end, [gdb.selected_inferior().pid])
        timer.daemon = True
        timer.start()
        gdb.execute("continue", to_string=True)
        timer.cancel()
        self.left = max(self.left - (time.monotonic() - begin), 0)

    def end(self, pid: int) -> None:
        self.is_over = True
        os.kill(pid, signal.SIGKILL)


def write(out: Any, value: Facts) -> None:
    out.write(json.dumps(value) + "\n")
    out.flush()


def trace(out: Any) -> None:
    for command in COMMANDS:
        gdb.execute(command, to_string=True)
    gdb.Breakpoint(STOP, internal=True).silent = True
    try:
        write(out, stops(out))
    except TooDeep:
        write(out, {"stopped": "deep"})
    if gdb.selected_inferior().pid:
        gdb.execute("kill", to_string=True)


with pathlib.Path(ASKED["out"]).open("w", encoding="utf-8") as file:
    try:
        trace(file)
    except gdb.error as error:
        write(file, {"problem": str(error)})
