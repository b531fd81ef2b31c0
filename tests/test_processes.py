"""Programs are started, limited and ended in one place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from macros.model import Trouble
from macros.rust.processes import Finished, run_process


def run(script: str, cwd: Path, timeout: float = 5.0, input: bytes = b"") -> Finished:
    env = {"PATH": "/usr/bin:/bin", "WORD": "seen"}
    command = ("sh", "-c", script)
    return run_process(command, cwd=cwd, env=env, timeout=timeout, input=input)


def is_gone(pid: int) -> bool:
    """Whether a process ends within two seconds; one that nobody waited for counts as ended."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state in "ZX":
            return True
        time.sleep(0.02)
    return False


def test_output_and_exit_code_come_back(tmp_path: Path) -> None:
    """A program's two streams and its exit code are returned apart."""
    ended = run("echo out; echo err >&2; exit 3", tmp_path)
    assert (ended.code, ended.stdout, ended.stderr) == (3, b"out\n", b"err\n")
    assert not ended.timed_out


def test_signal_is_a_negative_code(tmp_path: Path) -> None:
    """A program that ends by a signal has minus its number as code."""
    assert run("kill -SEGV $$", tmp_path).code == -11


def test_environment_and_folder_are_those_given(tmp_path: Path) -> None:
    """A program sees the environment and the working folder of the call, and nothing else."""
    ended = run("echo $WORD $HOME; pwd", tmp_path)
    assert ended.stdout.decode() == f"seen\n{tmp_path}\n"


def test_input_is_given_or_empty(tmp_path: Path) -> None:
    """Standard input holds the given bytes, and is empty without any."""
    assert run("cat", tmp_path).stdout == b""
    data = b"x" * 1_000_000
    assert run("cat", tmp_path, input=data).stdout == data


def test_endless_program_is_ended_with_its_children(tmp_path: Path) -> None:
    """When the time is used up, the whole process group is ended."""
    ended = run("sleep 60 & echo $!; sleep 60", tmp_path, timeout=0.3)
    assert ended.timed_out
    assert ended.code == -9
    assert ended.seconds < 2
    assert is_gone(int(ended.stdout))


def test_child_that_holds_the_output_does_not_hold_us(tmp_path: Path) -> None:
    """A program that ended is not waited for because its child lives on."""
    start = time.monotonic()
    ended = run("sleep 60 & echo done", tmp_path, timeout=30)
    assert (ended.code, ended.stdout, ended.timed_out) == (0, b"done\n", False)
    assert time.monotonic() - start < 5


def test_program_that_closes_its_output_still_has_a_time_limit(tmp_path: Path) -> None:
    """Closed streams do not stand for the end of a program."""
    ended = run("exec >&- 2>&-; sleep 60", tmp_path, timeout=0.3)
    assert ended.timed_out


def test_endless_output_is_bounded(tmp_path: Path) -> None:
    """Output beyond the limit is read, so that the program can end, but not kept."""
    env = {"PATH": "/usr/bin:/bin"}
    command = ("head", "-c", "1000000", "/dev/zero")
    ended = run_process(command, cwd=tmp_path, env=env, timeout=5, limit=1000)
    assert (ended.code, len(ended.stdout), ended.cut) == (0, 1000, True)


def test_missing_program_is_trouble(tmp_path: Path) -> None:
    """A program that does not exist is named, with the reason."""
    with pytest.raises(Trouble) as caught:
        run_process(("no-such-program",), cwd=tmp_path, env={}, timeout=1)
    assert caught.value.message == (
        "`no-such-program` cannot be started: No such file or directory"
    )


def test_missing_folder_is_trouble(tmp_path: Path) -> None:
    """A working folder that does not exist is told apart from a missing program."""
    with pytest.raises(Trouble) as caught:
        run("true", tmp_path / "gone")
    assert caught.value.message == f"the working folder {tmp_path / 'gone'} does not exist"


def test_interrupt_ends_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C in the middle leaves no program behind."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.rust.processes._read_streams", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run("echo $$ > pid; sleep 60", tmp_path)
