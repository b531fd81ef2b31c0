"""What a traced program may do: as little as under the ordinary harness."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.memory import SnapshotAnswer, SnapshotQuestion
from macros.rust.perform import work_folder
from macros.rust.snapshots.take import take_snapshots
from macros.rust.toolchain import find_toolchain
from macros.snippets import parse_snippet


def taken(text: str) -> SnapshotAnswer:
    """The answer about a program, in a folder as verification has it."""
    listing, findings = parse_snippet("m/caged", "snippets/m/caged.rs", text)
    assert findings == ()
    with work_folder() as folder:
        question = SnapshotQuestion(listing)
        (answer,), _ = take_snapshots((question,), find_toolchain(), folder, workers=1)
    assert isinstance(answer, SnapshotAnswer)
    return answer


@pytest.mark.skipif(os.geteuid() != 0, reason="only the system's user can become another")
def test_a_traced_program_is_another_user(tmp_path: Path) -> None:
    """What is ours is not the program's to write."""
    answer = taken(f"""//! A.
fn main() {{
    let written = std::fs::write("{tmp_path}/escaped", "x").is_ok();
    //@ snapshot: after
    println!("{{written}}");
}}
""")
    (variable,) = answer.snapshots[0].threads[0].frames[0].variables
    assert variable.value is not None
    assert variable.value.text == "false"
    assert not (tmp_path / "escaped").exists()


def test_a_traced_program_has_no_more_memory_than_others() -> None:
    """It is refused what the ordinary run refuses, and is not drawn."""
    answer = taken("""//! A.
fn main() {
    let large = vec![1_u8; 3 << 30];
    //@ snapshot: after
    println!("{}", large.len());
}
""")
    assert answer.snapshots == ()
    assert [one.level for one in answer.diagnostics] == ["error"]
