"""Mangled names → paths, in both of rustc's schemes."""

from __future__ import annotations

import pytest

from macros.rust.symbol_names import Path, read_symbol

HASH = "17h4980d21311a5efa4E"


@pytest.mark.parametrize(
    ("symbol", "path"),
    [
        (f"_ZN7listing8GREETING{HASH}", "GREETING"),
        (f"_ZN7listing8GREETING{HASH}.llvm.123", "GREETING"),
        (f"_ZN7listing6Circle4area7COUNTER{HASH}", "Circle::area::COUNTER"),
        (f"_ZN7listing11St$LT$T$GT$3get{HASH}", "St::get"),
        (
            f"_ZN49_$LT$listing..Circle$u20$as$u20$listing..Area$GT$5area2{HASH}",
            "<Circle as Area>::area2",
        ),
        (f"_ZN7listing4main28_$u7b$$u7b$closure$u7d$$u7d${HASH}", "main::{{closure}}"),
        ("_RNvCsk75KKVql2LV_7listing4main", "main"),
        ("_RNvNvCsynyDzWO57y_7listing4main2IN", "main::IN"),
        ("_RNvNvMCsynyDzWO57y_7listingNtB4_6Circle4area7COUNTER", "Circle::area::COUNTER"),
        ("_RNvMs0_CsynyDzWO57y_7listingINtB5_2SthE3getB5_", "St::get"),
        ("_RNvXs_Cs1_7listingNtB4_6CircleNtB4_4Area5area2", "<Circle as Area>::area2"),
        ("_RINvCs1_7listing4sameRAhj4_EB2_", "same"),
        ("_RNvNCNKNvCsk75KKVql2LV_7listing1T0023___RUST_STD_INTERNAL_VAL",
         "T::{constant}::{closure}::__RUST_STD_INTERNAL_VAL"),
        ("_RNvCs1_7listingu8gdel_5qa", "gödel"),
        (f"_ZN7listing9g$uf6$del{HASH}", "gödel"),
    ],
)  # fmt: skip
def test_a_path_is_read(symbol: str, path: str) -> None:
    """Without the crate, its hash, and the arguments of generics."""
    assert read_symbol(symbol) == Path("listing", path)


def test_the_crate_is_that_of_the_item() -> None:
    """Not the one that a generic of the library was instantiated in."""
    found = read_symbol("_RINvNtCs8NwYtU1Mohg_4core3mem4dropAhj3_ECsynyDzWO57y_7listing")
    assert found == Path("core", "mem::drop")


@pytest.mark.parametrize(
    ("mangled", "shown"),
    [
        ("h", "u8"),
        ("Re", "&str"),
        ("RL_e", "&str"),
        ("Sb", "[bool]"),
        ("QSh", "&mut [u8]"),
        ("TmlE", "(u32, i32)"),
        ("PNtB2_1A", "*const A"),
        ("Ahj4_", "[u8; 4]"),
        ("OAhKj10_", ""),
        ("INtB2_3MapxKj2_L_E", "Map"),
        ("TNtB2_1ABZZ_E", ""),
    ],
)
def test_types_of_many_sorts_are_read(mangled: str, shown: str) -> None:
    """As the type that a trait is implemented for; one that is damaged is not."""
    found = read_symbol(f"_RNvXCs1_7listing{mangled}NtB2_5Trait4make")
    assert found == (Path("listing", f"<{shown} as Trait>::make") if shown else None)


@pytest.mark.parametrize(
    "symbol",
    ["", "main", "_ZN7listing", "_R", "_RNv", "_RB_", "_RNvB_", "_ZN99a17h4980d21311a5efa4E",
     "_RNvCs1_7listing", "_RNvMCs1_7listingFEuE4make", "_RNvCs1_7listingu3_a_\u00e9"],
)  # fmt: skip
def test_what_is_no_mangled_path_is_none(symbol: str) -> None:
    """Damaged names, endless back references, and types that are not read."""
    assert read_symbol(symbol) is None
