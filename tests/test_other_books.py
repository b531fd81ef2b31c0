"""Pages of another book: mdBook's sources with rustdoc's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.other_books import find_edition
from tests.tiny import check, write_book

PAGE = """\
# A chapter

```rust
let async = 1;
# assert_eq!(async, 1);
```

```rust,edition2021
let list: Vec<i32> = [1, 2].into_iter().collect();
# assert_eq!(list.len(), 2);
```

```rust,should_panic
panic!("as said");
```

```rust,ignore
not Rust at all
```

```rust
{{#include ../code/main.rs:2:5}}
```

```rust,compile_fail
let n: u8 = "";
```
"""


def write_mdbook(tmp_path: Path, config: str, page: str = PAGE) -> Path:
    """A book of ours beside one of mdBook's; return the latter's page."""
    write_book(tmp_path, {"p.md": "# Ours\n"})
    other = tmp_path / "other" / "src" / "part" / "a.md"
    other.parent.mkdir(parents=True)
    other.write_text(page)
    (tmp_path / "other" / "book.toml").write_text(config)
    return other


@pytest.mark.parametrize(
    ("config", "edition"),
    [
        ("", "2015"),
        ('[book]\ntitle = "T"\n', "2015"),
        ('[rust]\nedition = "2018"\n', "2018"),
        ('[rust]\nedition = "2024"\n', "2024"),
    ],
)
def test_the_edition_is_the_book_s(tmp_path: Path, config: str, edition: str) -> None:
    """The nearest book.toml above the page says so; without a word of it rustdoc's own holds."""
    assert find_edition(write_mdbook(tmp_path, config)) == edition


def test_fences_of_an_mdbook_hold_by_its_own_rules(tmp_path: Path) -> None:
    """`async` is a name in edition 2015; what is ignored or stands elsewhere is not compiled."""
    page = write_mdbook(tmp_path, '[book]\ntitle = "T"\n')
    checked = check(tmp_path, page)
    assert checked.code == 0, checked.text
    assert "6 listings: all hold" in checked.text


def test_another_edition_of_the_book_is_another_verdict(tmp_path: Path) -> None:
    """The same page in edition 2021 does not compile, and the finding names its line."""
    page = write_mdbook(tmp_path, '[rust]\nedition = "2021"\n')
    checked = check(tmp_path, page)
    assert checked.code == 1
    assert " --> other/src/part/a.md:4:5\n" in checked.text
    assert checked.text.count("error[") == 2


@pytest.mark.parametrize("config", ["[rust", '[rust]\nedition = "2030"\n', "rust = 1\n"])
def test_a_book_file_that_cannot_be_read_is_a_broken_check(tmp_path: Path, config: str) -> None:
    """No edition is guessed: exit 2 and the file's name."""
    checked = check(tmp_path, write_mdbook(tmp_path, config))
    assert checked.code == 2
    assert "book.toml cannot be read: " in checked.errors
