"""How many values are free is read from LLVM's text."""

from __future__ import annotations

import pytest

from macros.rust.ranges import read_free_values

TEXT = """\
define noundef zeroext i1 @_ZN8measured9listing_07__asked8range_3_17h1c5bE(ptr %value) #0 {
start:
  %_0 = alloca [1 x i8], align 1
  %0 = load LOAD
  ret i1 true
}

define void @_ZN8measured4main17h2aE(ptr %value) {
  %0 = load i8, ptr %value, align 1, !range !8, !noundef !4
}

!3 = !{i32 0, i32 1114113}
!4 = !{}
!5 = !{i64 0, i64 -9223372036854775807}
!6 = !{i8 -1, i8 3}
!8 = !{i8 0, i8 2}
"""


@pytest.mark.parametrize(
    ("load", "free"),
    [
        ("i32, ptr %value, align 4, !range !3, !noundef !4", (1 << 32) - 0x110000),
        ("i64, ptr %value, align 8, !range !5, !noundef !4", 1 << 63),
        ("i8, ptr %value, align 1, !range !6, !noundef !4", 256 - 4 + 1),
    ],
)
def test_free_values_are_those_outside_the_range(load: str, free: int) -> None:
    """The range holds the type's values and the one that means `None`, and may wrap around."""
    assert read_free_values(TEXT.replace("LOAD", load)) == {3: free}


@pytest.mark.parametrize("load", ["i32, ptr %value, align 4", "i32, ptr %value, !range !9"])
def test_type_without_range_is_left_out(load: str) -> None:
    """Nothing is said where the text says nothing."""
    assert read_free_values(TEXT.replace("LOAD", load)) == {}


def test_newer_names_of_functions_are_read() -> None:
    """The compiler's newer way to write symbols is understood, too."""
    name = "_RNvNtNtCs1x_8measured9listing_07___asked8range_3_"
    text = TEXT.replace("_ZN8measured9listing_07__asked8range_3_17h1c5bE", name)
    assert read_free_values(text.replace("LOAD", "i8, ptr %value, !range !8")) == {3: 255}
