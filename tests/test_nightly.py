"""A nightly compiler is taken where there is one, and nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model import Trouble
from macros.rust.nightly import NIGHTLY, find_nightly
from macros.rust.toolchain import find_toolchain


def test_there_is_none_without_rustup(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with a plain rustc has no nightly to offer."""
    monkeypatch.delenv(NIGHTLY, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_nightly() is None


def test_there_is_none_where_rustup_knows_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """rustup's own refusal is no trouble."""
    rustup = tmp_path / "rustup"
    rustup.write_text("#!/bin/sh\nexit 1\n")
    rustup.chmod(0o755)
    monkeypatch.delenv(NIGHTLY, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_nightly() is None


def test_another_compiler_under_its_name_is_trouble(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A release that is no nightly refuses every `-Z` flag."""
    release = tmp_path / "rustc"
    real = find_toolchain()
    release.write_text(
        '#!/bin/sh\n[ "$1" = -vV ] && printf "rustc 1.95.0\\nrelease: 1.95.0\\nhost: x\\n" '
        f'|| exec {real.rustc} "$@"\n'
    )
    release.chmod(0o755)
    monkeypatch.setenv(NIGHTLY, str(release))
    with pytest.raises(Trouble) as raised:
        find_nightly()
    assert raised.value.message == (
        f"{NIGHTLY} names {release}, which is rustc 1.95.0 and no nightly"
    )
