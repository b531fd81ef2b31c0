"""The live preview: a finding is logged and marked; the server lives and recovers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.test_site_build import GOOD, PROJECT, write_site

WAIT = 40.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(root: Path) -> Iterator[tuple[str, Path]]:
    """Serve the site on loopback; give its address and the file with the server's log."""
    port = free_port()
    log = root.with_name("serve.log")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=out, stderr=out)
    try:
        yield f"http://127.0.0.1:{port}/", log
        assert server.poll() is None, log.read_text()
    finally:
        server.terminate()
        server.wait(20)


def wait_for_page(address: str, part: str, log: Path) -> str:
    """Return the page as soon as it holds `part`."""
    deadline = time.monotonic() + WAIT
    text = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                text = answer.read().decode()
        except OSError:
            text = ""
        if part in text:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{part!r} never came:\n{text[-2000:]}\n{log.read_text()[-3000:]}")


def test_a_preview_marks_findings_and_recovers(tmp_path: Path) -> None:
    """Edits of a page, a snippet and the generator itself are all picked up."""
    root = write_site(tmp_path / "book", {"index.md": GOOD})
    (root / "macros").unlink()
    shutil.copytree(
        PROJECT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__")
    )
    config = (root / "mkdocs.yml").read_text().replace(str(PROJECT), str(root))
    (root / "mkdocs.yml").write_text(config)
    page, snippet = root / "docs" / "index.md", root / "snippets" / "good.rs"
    with served(root) as (address, log):
        wait_for_page(address, ">2 bytes</a>", log)
        page.write_text(GOOD.replace("2 bytes", "3 bytes"))
        wait_for_page(address, "the page says 3 bytes, rustc measures 2", log)
        assert "error[value]: the page says 3 bytes, rustc measures 2" in log.read_text()
        page.write_text(GOOD + "\n{{ clam('x', '1') }} stands. {{ claim('x' }}\n\n{% if %}\n")
        broken = wait_for_page(address, "did you mean `claim`?".replace("`", "&#96;"), log)
        assert ">2 bytes</a>" in broken
        assert "Traceback" not in broken
        page.write_text(GOOD)
        wait_for_page(address, ">2 bytes</a>", log)
        snippet.write_text(snippet.read_text().replace("fine", "better"))
        wait_for_page(address, "better", log)
        claim = root / "macros" / "render" / "claim.py"
        claim.write_text(claim.read_text().replace("observed", "seen here"))
        wait_for_page(address, "seen here", log)
