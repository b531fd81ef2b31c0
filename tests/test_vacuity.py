"""Promises that say nothing: a file without a test, an empty list, a skip without a reason."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

HOOKS = """
    from checks.vacuity import pytest_make_collect_report, pytest_runtest_makereport
"""
GOOD = """
    import pytest

    def test_kept():
        assert True

    @pytest.mark.skip(reason="no nightly compiler here")
    def test_skipped():
        assert False
"""


def outcomes(pytester: pytest.Pytester, source: str, *options: str) -> tuple[dict[str, int], str]:
    """How many tests ended how, and all that was printed."""
    pytester.makeconftest(HOOKS)
    pytester.makepyfile(source)
    result = pytester.runpytest("-p", "no:cacheprovider", "-p", "no:xdist", *options)
    return result.parseoutcomes(), result.stdout.str()


def test_kept_promise_and_skip_with_a_reason_pass(pytester: pytest.Pytester) -> None:
    """What says why it is not checked is no failure."""
    found, _ = outcomes(pytester, GOOD)
    assert found == {"passed": 1, "skipped": 1}


def test_file_without_a_test_fails(pytester: pytest.Pytester) -> None:
    """A promise whose test was renamed away is an error of the session, in one sentence."""
    found, text = outcomes(pytester, "def tset_kept():\n    pass\n")
    name = "test_file_without_a_test_fails.py"
    assert found == {"errors": 1}
    assert f"{name} promises nothing: it holds no test" in text
    assert "Traceback" not in text


def test_empty_list_fails(pytester: pytest.Pytester) -> None:
    """One test a claim, and no claim: pytest itself refuses, as our configuration tells it to."""
    source = """
    import pytest

    @pytest.mark.parametrize("claim", [])
    def test_claim_holds(claim):
        pass
    """
    found, text = outcomes(pytester, source, "-o", "empty_parameter_set_mark=fail_at_collect")
    assert found == {"errors": 1}
    assert "Empty parameter set in 'test_claim_holds'" in text


def test_our_configuration_refuses_empty_lists(request: pytest.FixtureRequest) -> None:
    """The test above is about the setting that this project has."""
    assert request.config.getini("empty_parameter_set_mark") == "fail_at_collect"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("pytest.skip()", "is skipped and gives no reason"),
        ("pytest.skip('  ')", "is skipped and gives no reason"),
        ("pytest.xfail()", "is expected to fail and gives no reason"),
    ],
)
def test_skip_without_a_reason_fails(body: str, said: str, pytester: pytest.Pytester) -> None:
    """Inside a test."""
    found, text = outcomes(pytester, f"import pytest\n\ndef test_kept():\n    {body}\n")
    assert found == {"failed": 1}
    assert f"test_skip_without_a_reason_fails.py::test_kept {said}" in text


@pytest.mark.parametrize(
    ("mark", "ending"),
    [
        ("skip", "errors"),
        ("skip(reason='')", "errors"),
        ("skipif('True')", "errors"),
        ("xfail", "failed"),
    ],
)
def test_mark_without_a_reason_fails(mark: str, ending: str, pytester: pytest.Pytester) -> None:
    """As a mark; pytest counts what happens before a test begins as an error."""
    source = f"import pytest\n\n@pytest.mark.{mark}\ndef test_kept():\n    assert False\n"
    found, text = outcomes(pytester, source)
    assert found == {ending: 1}
    assert "gives no reason" in text


def test_file_skipped_without_a_reason_fails(pytester: pytest.Pytester) -> None:
    """A whole file cannot step aside in silence."""
    source = "import pytest\npytest.skip(allow_module_level=True)\n\ndef test_kept():\n    pass\n"
    found, text = outcomes(pytester, source)
    assert found == {"errors": 1}
    assert "is skipped as a whole and gives no reason" in text
