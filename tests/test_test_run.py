"""A run of tests in several processes: what they share, who runs alone, what is said at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.scheduling import FIRST, rank_of, scope_of

pytest_plugins = ["pytester"]

PROJECT = Path(__file__).resolve().parent.parent
HOOKS = """
    import pytest
    from checks.sharing import common_folder, made_once, share

    def pytest_configure(config):
        config.addinivalue_line("markers", "alone: no other test runs meanwhile")
        share(config)

    def make(folder):
        with (folder.parent / "calls").open("a") as calls:
            calls.write("made ")
        (folder / "thing").write_text("a thing")
        return "said"

    @pytest.fixture(scope="session")
    def made(request):
        return made_once(request.config, "made", make)

    @pytest.fixture
    def common(request):
        return common_folder(request.config)
"""
TOGETHER = """
    def test_made(made, common):
        folder, said = made
        assert ((folder / "thing").read_text(), said) == ("a thing", "said")
        assert (common / "calls").read_text() == "made "
"""
BESIDE = """
    import time
    import pytest

    @pytest.mark.parametrize("number", range(8))
    def test_beside(number, common):
        mark = common / f"beside-{__name__}-{number}"
        mark.touch()
        time.sleep(0.05)
        mark.unlink()
        assert not list(common.glob("alone*"))

    @pytest.mark.alone
    @pytest.mark.parametrize("number", range(2))
    def test_alone(number, common):
        mark = common / f"alone-{__name__}-{number}"
        mark.touch()
        time.sleep(0.1)
        mark.unlink()
        assert not list(common.glob("beside*")) + list(common.glob("alone*"))
"""


def run_tests(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str, *options: str
) -> str:
    """Run two files with the same tests; return all that was printed."""
    pytester.makeconftest(HOOKS)
    pytester.makepyfile(test_one=source, test_two=source)
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    done = pytester.runpytest_subprocess("-p", "no:cacheprovider", *options)
    return done.stdout.str()


@pytest.mark.parametrize("options", [("-n", "2"), ("-p", "no:xdist")], ids=["two", "one"])
def test_what_takes_long_is_made_once(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    """By whichever process needs it first; the other one finds it."""
    assert "2 passed" in run_tests(pytester, monkeypatch, TOGETHER, *options)


def test_a_test_that_measures_time_runs_alone(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an ordinary test nor another such test of the other process runs meanwhile."""
    assert "20 passed" in run_tests(pytester, monkeypatch, BESIDE, "-n", "2")


def test_without_the_mark_tests_run_beside_each_other(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the test above says something."""
    said = run_tests(
        pytester, monkeypatch, BESIDE.replace("    @pytest.mark.alone\n", ""), "-n", "2"
    )
    assert " failed, " in said


@pytest.mark.parametrize(
    ("test", "scope"),
    [
        ("tests/test_cache.py::test_a[x]", "tests/test_cache.py"),
        ("tests/test_site_build.py::test_a[x::y]", "tests/test_site_build.py::test_a[x::y]"),
        ("checks/test_pages_fit.py::test_page_fits[copy.html]", "copy.html"),
        (
            "checks/test_pages_are_accessible.py::test_page_has_no_barrier[evidence/copy.html-dark]",
            "evidence/copy.html",
        ),
        (
            "checks/test_pages_need_no_network.py::test_styles_and_scripts_name_no_other_host",
            "checks/test_pages_need_no_network.py",
        ),
    ],
)
def test_what_is_dealt_out_together(test: str, scope: str) -> None:
    """A file, a page that is looked at once, or a test that shares nothing."""
    assert scope_of(test) == scope


def test_the_longest_come_first() -> None:
    """And each of them is there."""
    assert [rank_of(name) for name in (*FIRST, "tests/test_cache.py")] == list(
        range(len(FIRST) + 1)
    )
    assert [name for name in FIRST if not (PROJECT / name).is_file()] == []
