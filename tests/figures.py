"""Layouts written by hand: what the pictures of the book are made of."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from macros.draw import Figure, Source
from macros.layout import Field, Kind, Layout, Tag, Variant

U8 = Layout("u8", Kind.SCALAR, 1, 1, free=0)
U16 = Layout("u16", Kind.SCALAR, 2, 2)
U32 = Layout("u32", Kind.SCALAR, 4, 4)
I32 = Layout("i32", Kind.SCALAR, 4, 4)
U64 = Layout("u64", Kind.SCALAR, 8, 8)
USIZE = Layout("usize", Kind.SCALAR, 8, 8)
CHAR = Layout("char", Kind.SCALAR, 4, 4)
BOOL = Layout("bool", Kind.SCALAR, 1, 1, free=254)
TOOLCHAIN = "rustc 1.95.0, x86_64-unknown-linux-gnu"


def pointer(name: str) -> Layout:
    return Layout(name, Kind.POINTER, 8, 8)


def struct(name: str, size: int, align: int, *fields: tuple[str, int, Layout]) -> Layout:
    kind = Kind.TUPLE if name.startswith("(") else Kind.STRUCT
    return Layout(name, kind, size, align, fields_of(*fields))


def fields_of(*fields: tuple[str, int, Layout]) -> tuple[Field, ...]:
    return tuple(Field(*field) for field in fields)


def array(element: Layout, count: int) -> Layout:
    name = f"[{element.type}; {count}]"
    size = count * element.size
    return Layout(name, Kind.ARRAY, size, element.align, element=element, count=count)


def enum(
    name: str, size: int, align: int, tag: Tag | None, *variants: Variant, free: int | None = None
) -> Layout:
    return Layout(name, Kind.ENUM, size, align, variants=variants, tag=tag, free=free)


TUPLE = struct("(char, u8, i32)", 12, 4, ("0", 0, CHAR), ("1", 4, U8), ("2", 8, I32))
REPR_C = struct("Ordered", 12, 4, ("a", 0, U8), ("b", 4, U32), ("c", 8, U8))
REORDERED = struct("Free", 8, 4, ("b", 0, U32), ("a", 4, U8), ("c", 5, U8))
RAW = struct("RawVec<u8>", 16, 8, ("cap", 0, USIZE), ("ptr", 8, pointer("NonNull<u8>")))
VEC = struct("Vec<u8>", 24, 8, ("buf", 0, RAW), ("len", 16, USIZE))
STRING = struct("String", 24, 8, ("vec", 0, VEC))
STR = Layout(
    "&str",
    Kind.WIDE,
    16,
    8,
    fields_of(("pointer", 0, pointer("*const u8")), ("length", 8, USIZE)),
)
NICHE_POINTER = enum(
    "Option<Box<u32>>",
    8,
    8,
    Tag(0, 8, "pointer", niche=True, inside="Some.0"),
    Variant("None", 0),
    Variant("Some", None, fields_of(("0", 0, pointer("Box<u32>")))),
)
OPTION_U32 = enum(
    "Option<u32>",
    8,
    4,
    Tag(0, 4, "u32"),
    Variant("None", 0),
    Variant("Some", 1, fields_of(("0", 4, U32))),
    free=4_294_967_294,
)
OPTION_CHAR = enum(
    "Option<char>",
    4,
    4,
    Tag(0, 4, "u32", niche=True, inside="Some.0"),
    Variant("None", 0x110000),
    Variant("Some", None, fields_of(("0", 0, CHAR))),
)
OPTION_BOOL = enum(
    "Option<bool>",
    1,
    1,
    Tag(0, 1, "u8", niche=True, inside="Some.0"),
    Variant("None", 2),
    Variant("Some", None, fields_of(("0", 0, BOOL))),
    free=253,
)
MESSAGE = enum(
    "Message",
    24,
    8,
    Tag(0, 8, "u64", niche=True, inside="Write.0"),
    Variant("Quit", 1 << 63),
    Variant("Move", (1 << 63) + 1, fields_of(("x", 8, I32), ("y", 12, I32))),
    Variant("Write", None, fields_of(("0", 0, STRING))),
)
SHAPE = enum(
    "Shape",
    16,
    8,
    Tag(0, 1, "u8"),
    Variant("Empty", 0),
    Variant("Dot", 1, fields_of(("0", 2, U16))),
    Variant("Disc", 2, fields_of(("radius", 8, U64), ("filled", 1, BOOL))),
)
STATUS = enum("Status", 2, 2, Tag(0, 2, "u16"), Variant("Ok", 200), Variant("NotFound", 404))
UNION = Layout(
    "Bits",
    Kind.UNION,
    8,
    4,
    fields_of(
        ("int", 0, U32), ("bytes", 0, array(U8, 4)), ("small", 0, U16), ("five", 0, array(U8, 5))
    ),
)
FUTURE = Layout(
    "async block in make",
    Kind.COROUTINE,
    24,
    8,
    variants=(
        Variant("Unresumed", 0, fields_of(("name", 8, STR))),
        Variant("Returned", 1),
        Variant("Suspend0", 3, fields_of(("name", 8, STR), ("count", 4, U32))),
    ),
    tag=Tag(0, 1, "u8"),
)
VTABLE = Layout(
    "<Circle as Shape>::{vtable}",
    Kind.VTABLE,
    32,
    8,
    fields_of(
        ("drop_in_place", 0, pointer("fn()")),
        ("size", 8, USIZE),
        ("align", 16, USIZE),
        ("area", 24, pointer("fn(&Circle) -> f64")),
    ),
)
PACKED = struct("Packed", 15, 1, ("a", 0, U8), ("b", 1, U64), ("c", 9, array(U8, 6)))
CLOSURE = Layout("{closure in make::add}", Kind.CLOSURE, 4, 4, fields_of(("by", 0, I32)))
HOSTILE = struct(
    "Odd<'a, \"&</svg><script>alert(1)</script>{{ 1 }}{% x %}*_`\n\n# [x](y)\x00\u202e>",
    9,
    1,
    ("<b>&amp;\"'{{", 0, U8),
    ("__init__", 1, Layout("-->]]>", Kind.SCALAR, 8, 1)),
)
MARKED = struct("Marked", 8, 8, ("value", 0, U64), ("marker", 8, struct("PhantomData<T>", 0, 1)))
SPLIT = struct("Frame", 160, 8, ("id", 0, U16), ("body", 8, array(U64, 17)), ("name", 144, STR))
WIDE_ENUM = enum(
    "Token",
    1,
    1,
    Tag(0, 1, "u8"),
    *(Variant(f"Kind{number}", number) for number in range(12)),
)
LONG_NAMES = struct(
    "Registry",
    40,
    8,
    ("handlers", 0, struct("BTreeMap<String, Vec<Box<dyn FnMut(&mut Context)>>>", 24, 8)),
    ("a", 24, struct("PhantomPinnedAndMuchMore", 1, 1)),
    ("b", 25, struct("Flags<SomethingLong>", 2, 1)),
    ("owner_of_everything", 32, U64),
)

FIGURES: Final = MappingProxyType(
    {
        name: Figure(f"layout-{name}", title, layouts, depth, Source(TOOLCHAIN))
        for name, title, depth, layouts in (
            ("tuple", "", 1, (TUPLE,)),
            ("compare", "The same fields, twice", 1, (REORDERED, REPR_C)),
            ("three", "Three of a kind", 1, (REORDERED, REPR_C, TUPLE)),
            ("string", "", 1, (STRING,)),
            ("string-deep", "A String down to its parts", 3, (STRING,)),
            ("wide-pointer", "", 1, (STR,)),
            ("niche-pointer", "", 1, (NICHE_POINTER,)),
            ("tagged", "", 1, (OPTION_U32,)),
            ("niche-char", "", 1, (OPTION_CHAR,)),
            ("niche-bool", "", 1, (OPTION_BOOL,)),
            ("message", "", 2, (MESSAGE,)),
            ("shape", "", 1, (SHAPE,)),
            ("status", "", 1, (STATUS,)),
            ("union", "", 1, (UNION,)),
            ("future", "", 1, (FUTURE,)),
            ("vtable", "", 1, (VTABLE,)),
            ("closure", "", 1, (CLOSURE,)),
            ("packed", "", 1, (PACKED,)),
            ("array", "", 1, (array(I32, 3),)),
            ("bytes", "", 1, (array(U8, 12),)),
            ("long-array", "", 1, (array(U64, 100),)),
            ("nothing", "", 1, (Layout("()", Kind.TUPLE, 0, 1),)),
            ("marked", "", 1, (MARKED,)),
            ("split", "", 1, (SPLIT,)),
            ("many-variants", "", 1, (WIDE_ENUM,)),
            ("long-names", "", 1, (LONG_NAMES,)),
            ("scalar", "", 1, (BOOL,)),
            ("hostile", 'A "title" & <more> {{ x }}', 1, (HOSTILE,)),
        )
    }
)
