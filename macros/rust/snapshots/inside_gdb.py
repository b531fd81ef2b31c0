"""Runs inside gdb's own Python: stops the program at every mark and writes down what lies there.

Nothing of the generator is imported here. The raw facts are addresses and bytes; what they mean is
decided elsewhere. Read from the environment of gdb: SNAPSHOTS_OUT (a file, one JSON value a line),
SNAPSHOTS_SOURCE (the program's source file), SNAPSHOTS_MOST (how many stops are taken),
SNAPSHOTS_ROOM (how many lines the log of the allocator holds).
"""

import json
import os
import pathlib
import struct

import gdb

SOURCE = os.environ["SNAPSHOTS_SOURCE"]
MOST = int(os.environ["SNAPSHOTS_MOST"])
STOP = "rust_memory_stop"
ENTRY = struct.Struct("5Q")
ROOM = int(os.environ["SNAPSHOTS_ROOM"])
BLOCK_BYTES = 4096
"""Of a larger block only the first bytes are read."""
IMAGE_BYTES = 256
"""How much is read where something points into the program's own image."""
WORDS_NAMED = 8
"""Of what lies in the program's image, so many words are named: a vtable's first entries."""
ONE_VARIABLE = 65536


def read(address, size):
    """Bytes of the program, None where it has none."""
    try:
        return bytes(gdb.selected_inferior().read_memory(address, size))
    except gdb.MemoryError:
        return None


def address_of(symbol):
    return int(gdb.parse_and_eval(f"(char*)&{symbol}"))


def frames_of(thread):
    """The thread's frames in the listing's own file, the innermost first."""
    thread.switch()
    frame = gdb.newest_frame()
    found = []
    while frame is not None and frame.is_valid():
        place = frame.find_sal()
        if place.symtab is not None and place.symtab.filename.endswith(SOURCE):
            name = frame.name() or ""
            if "__snapshots" not in name and STOP not in name:
                found.append(
                    {
                        "function": name,
                        "line": place.line,
                        "start": frame.function().line,
                        "variables": variables_of(frame),
                    }
                )
        frame = frame.older()
    return found


def variables_of(frame):
    """Every variable in scope, innermost block first; a shadowed one too."""
    block = frame.block()
    found = []
    while block is not None:
        for symbol in block:
            if symbol.is_variable or symbol.is_argument:
                variable = variable_of(symbol, frame)
                if variable is not None:
                    found.append(variable)
        if block.function is not None:
            break
        block = block.superblock
    return found


def variable_of(symbol, frame):
    """None for a static that a function declares: it lies in no frame."""
    if symbol.addr_class in (gdb.SYMBOL_LOC_STATIC, gdb.SYMBOL_LOC_CONST):
        return None
    facts = {"name": symbol.name, "line": symbol.line, "argument": symbol.is_argument}
    try:
        value = symbol.value(frame)
        size = min(int(value.type.sizeof), ONE_VARIABLE)
        address = int(value.address) if value.address is not None else 0
    except gdb.error as error:
        return {**facts, "address": 0, "size": 0, "bytes": "", "problem": str(error)}
    data = read(address, size) if address and size else b""
    return {**facts, "address": address, "size": size, "bytes": (data or b"").hex()}


def log_since(done):
    """New lines of the allocator's log, and how many there are in all."""
    count = struct.unpack("Q", read(address_of("RUST_MEMORY_COUNT"), 8))[0]
    start = address_of("RUST_MEMORY_LOG")
    upto = min(count, ROOM)
    data = read(start + done * ENTRY.size, (upto - done) * ENTRY.size) if upto > done else b""
    return [list(entry) for entry in ENTRY.iter_unpack(data)], upto, count > ROOM


class Heap:
    """The live blocks by address, as the log tells them."""

    def __init__(self):
        self.live = {}

    def follow(self, entries):
        for what, old, size, _, new in entries:
            if old:
                self.live.pop(old, None)
            if what != 2 and new:
                self.live[new] = size

    def read(self):
        found = []
        for address, size in self.live.items():
            data = read(address, min(size, BLOCK_BYTES))
            found.append([address, size, (data or b"").hex()])
        return found


def image_ranges():
    """The addresses of the program's own file in memory."""
    found = []
    for line in gdb.execute("info proc mappings", to_string=True).splitlines():
        words = line.split()
        if len(words) >= 5 and words[0].startswith("0x") and words[-1] == program():
            found.append((int(words[0], 16), int(words[1], 16)))
    return found


def program():
    return gdb.current_progspace().filename


def words_of(text):
    data = bytes.fromhex(text)
    whole = len(data) - len(data) % 8
    return struct.unpack(f"{whole // 8}Q", data[:whole])


def image_bytes(texts, ranges):
    """What lies where something points into the program's own image."""
    found = {}
    for text in texts:
        for word in words_of(text):
            for first, last in ranges:
                if first <= word < last and word not in found:
                    data = read(word, min(IMAGE_BYTES, last - word))
                    found[word] = (data or b"").hex()
    return sorted([address, data] for address, data in found.items())


def symbols_of(image, ranges):
    """What gdb calls the places that are pointed to, and what the words there point to."""
    found = {}
    for address, data in image:
        words = words_of(data)[:WORDS_NAMED]
        inside = [word for word in words if any(first <= word < last for first, last in ranges)]
        for one in (address, *inside):
            if one not in found:
                found[one] = gdb.execute(f"info symbol {one:#x}", to_string=True).strip()
    return sorted([address, text] for address, text in found.items())


def moment(heap, done):
    """All facts of one stop."""
    stopped = gdb.selected_thread()
    number = int(gdb.newest_frame().read_var("number"))
    entries, done, full = log_since(done)
    heap.follow(entries)
    threads = []
    for thread in sorted(gdb.selected_inferior().threads(), key=lambda one: one.num):
        frames = frames_of(thread)
        if frames:
            pointer = int(gdb.newest_frame().read_register("rsp")) if is_x86() else 0
            threads.append(
                {
                    "name": thread.name or "",
                    "number": thread.num,
                    "stopped": thread.num == stopped.num,
                    "top": pointer,
                    "frames": frames,
                }
            )
    stopped.switch()
    blocks = heap.read()
    texts = [
        *(
            each["bytes"]
            for one in threads
            for frame in one["frames"]
            for each in frame["variables"]
        ),
        *(data for _, _, data in blocks),
    ]
    ranges = image_ranges()
    image = image_bytes(texts, ranges)
    return {
        "mark": number,
        "log": entries,
        "log_full": full,
        "threads": threads,
        "blocks": blocks,
        "image": image,
        "symbols": symbols_of(image, ranges),
        "base": address_of(STOP),
    }, done


def is_x86():
    return "x86-64" in gdb.selected_frame().architecture().name()


def write(out, value):
    out.write(json.dumps(value) + "\n")
    out.flush()


def trace(out):
    for command in (
        "set pagination off",
        "set confirm off",
        "set width 0",
        "set language c",
        "set print frame-info short-location",
        "set startup-with-shell on",
        "set disable-randomization on",
        "set follow-fork-mode parent",
        "handle SIGSEGV nostop noprint pass",
    ):
        gdb.execute(command, to_string=True)
    gdb.execute("unset environment", to_string=True)
    gdb.Breakpoint(STOP, internal=True).silent = True
    for event in ("fork", "vfork", "exec"):
        gdb.execute(f"catch {event}", to_string=True)
    ended = {}

    def remember(event):
        ended["code"] = getattr(event, "exit_code", None)

    gdb.events.exited.connect(remember)
    gdb.execute("run < /dev/null > /dev/null 2>&1", to_string=True)
    heap, done, taken = Heap(), 0, 0
    while gdb.selected_inferior().pid:
        frame = gdb.newest_frame()
        if (frame.name() or "").split("::")[-1] != STOP:
            write(out, {"stopped": "elsewhere", "at": frame.name() or ""})
            gdb.execute("kill", to_string=True)
            return
        taken += 1
        if taken > MOST:
            write(out, {"stopped": "often"})
            gdb.execute("kill", to_string=True)
            return
        facts, done = moment(heap, done)
        write(out, facts)
        gdb.execute("continue", to_string=True)
    write(out, {"ended": ended.get("code")})


with pathlib.Path(os.environ["SNAPSHOTS_OUT"]).open("w", encoding="utf-8") as file:
    try:
        trace(file)
    except gdb.error as error:
        write(file, {"problem": str(error)})
