"""What rustc says in JSON becomes diagnostics with true places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.model import Diagnostic, Trouble
from macros.rust.diagnostics import read_diagnostics

WORKDIR = Path("/tmp/work")


def span(path: str, line: int = 1, primary: bool = True, **more: Any) -> dict[str, Any]:
    place = {"line_start": line, "column_start": 5, "line_end": line, "column_end": 9}
    return {"file_name": path, "is_primary": primary, "expansion": None, **place, **more}


def message(text: str, *spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "$message_type": "diagnostic",
        "message": text,
        "level": "error",
        "code": None,
        "spans": list(spans),
        "children": [],
        "rendered": f"error: {text}\n",
        **more,
    }


def read(*messages: dict[str, Any]) -> tuple[Diagnostic, ...]:
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in messages)
    return read_diagnostics(text.encode(), WORKDIR)


def test_error_has_its_code_and_place() -> None:
    """Level, code, message and the primary span are taken over."""
    said = message("moved", span("b.rs", 1, primary=False), span("a.rs", 3), code={"code": "E0382"})
    assert read(said) == (
        Diagnostic("error", "E0382", "moved", "error: moved\n", "a.rs", 3, 5, 3, 9),
    )


def test_place_inside_a_library_macro_is_its_use() -> None:
    """A span in the standard library or in our prelude leads to the author's own line."""
    use = {"span": span("a.rs", 7)}
    inner = span("/rustc/0123/library/core/src/macros/mod.rs", 40, expansion=use)
    ours = span("_prelude.rs", 9, expansion={"span": inner})
    (said,) = read(message("wrong", ours))
    assert (said.path, said.line) == ("a.rs", 7)


def test_place_in_a_note_serves_where_the_error_has_none() -> None:
    """An error that lies in the library is placed where a note names the author's text."""
    child = {"spans": [span("a.rs", 4)]}
    (said,) = read(message("deep", span("/rustc/0123/library/x.rs"), children=[child]))
    assert (said.path, said.line) == ("a.rs", 4)


def test_summaries_are_dropped() -> None:
    """Counts and hints at the end are no findings."""
    assert (
        read(
            message("aborting due to 2 previous errors"),
            message("1 warning emitted", level="warning"),
            message("3 warnings emitted", level="warning"),
            message("For more information about this error, try …", level="failure-note"),
            message("Some errors have detailed explanations: E0382.", level="failure-note"),
        )
        == ()
    )


def test_note_joins_the_message_before_it() -> None:
    """A note of its own is shown with its error, unless it is about a file of ours."""
    (said,) = read(
        message("bad constant", span("a.rs")),
        message("while instantiating", span("a.rs", 9), level="note", rendered="note: here\n"),
        message("erroneous", span("_values.rs"), level="note", rendered="note: ours\n"),
    )
    assert said.rendered == "error: bad constant\nnote: here\n"
    assert said.line == 1


def test_paths_of_this_machine_disappear() -> None:
    """The working folder is left out, and Rust's own sources are `$RUST`."""
    commit = "0123456789abcdef0123456789abcdef01234567"
    rendered = (
        "--> /tmp/work/a.rs:1:5\n"
        f"::: /rustc/{commit}/library/core/src/mem/mod.rs:9\n"
        "::: /home/me/.rustup/toolchains/x/lib/rustlib/src/rust/library/alloc/src/vec.rs:1\n"
        "written to '/tmp/work/a.long-type-123.txt'\n"
    )
    (said,) = read(message("x", span("/tmp/work/a.rs"), rendered=rendered))
    assert said.path == "a.rs"
    assert said.rendered == (
        "--> a.rs:1:5\n"
        "::: $RUST/library/core/src/mem/mod.rs:9\n"
        "::: $RUST/library/alloc/src/vec.rs:1\n"
        "written to a file\n"
    )


def test_unusual_line_ends_inside_a_message_do_not_break_it() -> None:
    """A message may quote characters that other programs take for line ends."""
    (said,) = read(message("a\u2028b\x85c"))
    assert said.message == "a\u2028b\x85c"


def test_other_kinds_of_json_are_skipped() -> None:
    """rustc also tells about artifacts; they are no diagnostics."""
    assert read({"$message_type": "artifact", "artifact": "a.o", "emit": "obj"}) == ()


@pytest.mark.parametrize("garbage", ["hello", "[1]", "{}", '{"message": "x"}'])
def test_anything_else_is_trouble(garbage: str) -> None:
    """What is not a message of rustc is never skipped."""
    with pytest.raises(Trouble) as caught:
        read_diagnostics(garbage.encode(), WORKDIR)
    assert caught.value.message == (f"rustc printed something that is not a diagnostic: {garbage}")


def test_internal_compiler_error_is_trouble() -> None:
    """A compiler that breaks says so itself, in JSON too."""
    broken = message("it broke", level="error: internal compiler error")
    with pytest.raises(Trouble) as caught:
        read(broken)
    assert caught.value.message == "rustc met an internal compiler error: it broke"


def test_words_about_internal_errors_in_a_listing_are_harmless() -> None:
    """A listing may speak of internal compiler errors."""
    (said,) = read(message("unused: internal compiler error"))
    assert said.message == "unused: internal compiler error"
