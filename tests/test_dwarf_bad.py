"""Whatever the bytes are, there is one kind of error."""

from __future__ import annotations

import struct

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.rust.dwarf import Probe, UnreadableObject, read_layouts
from tests.objects import TARGETS, read_aligns, read_object

PROBES = tuple(
    Probe(*one)
    for one in (
        ("probe_mixed",),
        ("probe_shape",),
        ("probe_inner",),
        ("probe_string",),
        ("probe_rc", "heap"),
        ("probe_rc", "vtable", "Debug"),
        ("make::waiting", "local"),
    )
)
HEADER = 64


def read(data: bytes) -> None:
    read_layouts(data, PROBES, read_aligns("x86_64"))


@pytest.mark.parametrize("target", TARGETS)
def test_whole_object_is_readable(target: str) -> None:
    """The probes of this file lead somewhere, so that what follows means something."""
    assert len(read_layouts(read_object(target), PROBES, read_aligns(target))) == len(PROBES)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "ELFError: Magic number does not match"),
        (b"fn main() {}\n", "ELFError: Magic number does not match"),
        (b"\x7fELF", "ELFError: Invalid EI_CLASS b''"),
        (b"\x7fELF\x07\x01" + bytes(58), "ELFError: Invalid EI_CLASS b'\\x07'"),
        (b"\x7fELF\x02\x01\x01" + bytes(57), "it has no debug information"),
    ],
)
def test_what_is_no_object_is_said(data: bytes, message: str) -> None:
    """An empty file, a text, half a header, an unknown class, a header alone."""
    with pytest.raises(UnreadableObject) as raised:
        read(data)
    assert str(raised.value) == message


def test_wrong_class_is_refused() -> None:
    """A 64-bit object that calls itself 32-bit."""
    data = bytearray(read_object("x86_64"))
    data[4] = 1
    with pytest.raises(UnreadableObject):
        read(bytes(data))


def test_endless_section_table_is_refused() -> None:
    """The number of sections stands in the first one where the header says 0."""
    data = bytearray(read_object("x86_64"))
    start = struct.unpack_from("<Q", data, 40)[0]
    struct.pack_into("<H", data, 60, 0)
    struct.pack_into("<Q", data, start + 32, 1 << 60)
    with pytest.raises(UnreadableObject, match="its sections do not fit into it"):
        read(bytes(data))


def test_object_without_debug_information_is_refused() -> None:
    """Its sections are there under other names."""
    with pytest.raises(UnreadableObject, match="it has no debug information"):
        read(read_object("x86_64").replace(b".debug_info\0", b".other_info\0"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_truncated_object_is_refused(data: st.DataObject) -> None:
    """The table of sections stands at the end, so that nothing can be missing."""
    whole = read_object("i686")
    with pytest.raises(UnreadableObject):
        read(whole[: data.draw(st.integers(0, len(whole) - 1))])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=600), st.sampled_from([b"", b"\x7fELF\x02\x01\x01", b"\x7fELF\x01\x02"]))
def test_random_bytes_are_refused(data: bytes, start: bytes) -> None:
    """Bytes that mean nothing, also behind the first bytes of an object."""
    with pytest.raises(UnreadableObject):
        read(start + data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_object_is_read_or_refused(data: st.DataObject) -> None:
    """Changed bytes give other layouts or the one error, and always an end."""
    whole = bytearray(read_object("i686"))
    for _ in range(data.draw(st.integers(1, 30))):
        whole[data.draw(st.integers(HEADER, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole))
    except UnreadableObject:
        return
