"""What strace writes down → the calls of `main`, and what of them is the same each time."""

from __future__ import annotations

from macros.rust.tracing.log import Log, SystemCall, read_log, reduce_calls

BEGIN = '7 openat(AT_FDCWD, "/rust-memory: main begins", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such)'
END = '7 openat(AT_FDCWD, "/rust-memory: main ends", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such)'
LEFT = "7 +++ exited with 0 +++"


def log(*lines: str) -> Log:
    return read_log("\n".join(('7 execve("./a", ["./a"], 0x7ffc /* 9 vars */) = 0', *lines, "")))


def reduced(*calls: tuple[str, str, str]) -> tuple[str, ...]:
    return reduce_calls([SystemCall(*each) for each in calls]).lines


def test_calls_between_the_marks_are_those_of_main() -> None:
    """Before and behind them is the runtime."""
    found = log("7 brk(NULL) = 0x5", BEGIN, "7 munmap(0x7f, 8) = 0", END, "7 close(3) = 0", LEFT)
    assert found == Log((SystemCall("munmap", "0x7f, 8", "0"),), ended=True)


def test_a_call_in_two_halves_is_one() -> None:
    """As it would have been written at once; other threads are left out."""
    found = log(
        BEGIN,
        "7 rt_sigprocmask(SIG_SETMASK, [],  <unfinished ...>",
        "8 rseq(0x7f, 0x20, 0, 0x53) = 0",
        "7 <... rt_sigprocmask resumed>NULL, 8) = 0",
        "7 clone3({flags=0} <unfinished ...>",
        "7 <... clone3 resumed> => {parent_tid=[8]}, 88) = 8",
        "8 <... futex resumed>)    = 0",
        END,
        "8 +++ exited with 0 +++",
        LEFT,
    )
    assert found.calls == (
        SystemCall("rt_sigprocmask", "SIG_SETMASK, [], NULL, 8", "0"),
        SystemCall("clone3", "{flags=0} => {parent_tid=[8]}, 88", "8"),
    )


def test_a_process_that_never_leaves_main_has_all_later_calls() -> None:
    """Also the last one, which never returned."""
    found = log(BEGIN, "7 exit_group(3)    = ?", "7 +++ exited with 3 +++")
    assert found == Log((SystemCall("exit_group", "3", "?"),), ended=True)
    killed = log(BEGIN, "7 write(1, <unfinished ...>", "7 +++ killed by SIGKILL +++")
    assert killed == Log((SystemCall("write", "1,", "?"),), ended=True)
    dumped = log(BEGIN, "7 +++ killed by SIGSEGV (core dumped) +++")
    assert dumped == Log((), ended=True)


def test_a_log_without_an_end_is_not_whole() -> None:
    """Whatever is in it; and one of a program that never came to `main` says so."""
    assert not log(BEGIN, END).ended
    assert not log(BEGIN, END, "8 +++ exited with 0 +++").ended
    assert log("7 brk(NULL) = 0x5", LEFT) == Log(None, ended=True)
    assert read_log("") == Log(None, ended=False)
    assert read_log("what?\n\n") == Log(None, ended=False)


def test_lines_that_are_no_calls_are_left_out() -> None:
    """Signals, and what strace itself says."""
    found = log(BEGIN, "7 --- SIGCHLD {si_signo=SIGCHLD} ---", "7 ????( <detached ...>", END, LEFT)
    assert found.calls == ()


def test_equal_addresses_get_equal_names() -> None:
    """In the order in which they come; other numbers stay as they are."""
    assert reduced(
        ("mmap", "NULL, 1052672, PROT_READ, MAP_PRIVATE, -1, 0", "0x7fbd72ea7000"),
        ("mprotect", "0x7fbd72ea8000, 4096, PROT_NONE", "0"),
        ("munmap", "0x7fbd72ea7000, 1052672", "0"),
        ("mmap", "NULL, 8, 0, 0, 3, 0x3000", "-1 ENOMEM (Cannot allocate memory)"),
    ) == (
        "mmap(NULL, 1052672, PROT_READ, MAP_PRIVATE, -1, 0) = A",
        "mprotect(B, 4096, PROT_NONE) = 0",
        "munmap(A, 1052672) = 0",
        "mmap(NULL, 8, 0, 0, 3, 0x3000) = -1 ENOMEM",
    )
    many = reduced(*(("brk", f"0x7f00000000{number:02x}", "0") for number in range(15)))
    assert many[14] == "brk(O) = 0"


def test_what_differs_from_run_to_run_is_left_out() -> None:
    """Structures, numbers of processes, odd bytes, the end of long texts."""
    assert reduced(
        ("clone3", "{flags=CLONE_VM, tls={a=1}} => {parent_tid=[8]}, 88", "8"),
        ("gettid", "", "8"),
        ("sched_getaffinity", "8, 32, [0 1]", "32"),
        ("futex", "0x7fbd72ea6990, FUTEX_WAIT, 8, NULL", "0"),  # waiting is chance
        ("wait4", "8, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL", "8"),
        ("getrandom", r'"\xc8\x8c", 2, GRND_NONBLOCK', "2"),
        ("write", r'1, "a \"text\", with {braces}\n", 5', "5"),
        ("write", f'1, "{"b" * 64}"..., 99', "99"),
        ("poll", "[{fd=0, events=0}], 3, 0", "0 (Timeout)"),
    ) == (
        "clone3({…} => {…}, 88) = PID",
        "gettid() = PID",
        "sched_getaffinity(PID, 32, [0 1]) = 32",
        "wait4(PID, [{…}], 0, NULL) = PID",
        'getrandom("…", 2, GRND_NONBLOCK) = 2',
        r'write(1, "a \"text\", with {braces}\n", 5) = 5',
        f'write(1, "{"b" * 31}…", 99) = 99',
        "poll([{…}], 3, 0) = 0",
    )


def test_all_calls_are_counted_and_the_first_are_kept() -> None:
    """A loop that writes a thousand lines is a number."""
    traced = reduce_calls([SystemCall("write", "1", "1")] * 1000 + [SystemCall("brk", "", "0")])
    assert (traced.total, traced.count(("write",)), traced.count(())) == (1001, 1000, 1001)
    assert traced.counts == (("brk", 1), ("write", 1000))
    assert len(traced.lines) == 15
