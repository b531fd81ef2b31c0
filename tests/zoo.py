"""Types of every kind, and the questions that ask for their layouts."""

from __future__ import annotations

from pathlib import Path

from macros.layout import LayoutQuestion
from macros.model import Listing, Place

FILE = Path(__file__).parent / "data" / "zoo.rs"
SOURCE = FILE.read_text("utf-8")
LISTING = Listing(
    "zoo",
    Place("snippets/zoo.rs", 1, 1, 1, 1),
    SOURCE,
    SOURCE,
    tuple(range(1, SOURCE.count("\n") + 2)),
    main=False,
)
OWN = (
    "Loose", "Fixed", "Packed", "Aligned", "Wrapper", "Unit", "Nested", "Generic<u16, 3>",
    "Generic<Option<Box<u8>>, 2>", "Tail<'static>", "Bits", "Odd", "private::Hidden",
)  # fmt: skip
REACHED = tuple(name for name in OWN if "::" not in name)
"""Types whose fields `offset_of!` may name from the listing's root."""
ENUMS = (
    "Status", "Small", "Signed", "Single", "Empty", "Shape", "Payload", "Boxed", "OneWithData",
    "TwoNiches", "InC", "WithTag", "Deep", "Option<Shape>", "Option<Payload>", "Option<Deep>",
    "Option<Status>", "Option<Empty>", "Result<Wrapper, Small>", "Result<Loose, Boxed>",
)  # fmt: skip
STD = (
    "u8", "i128", "f64", "bool", "char", "()", "(char, u8, i32)", "(u8, (u16, u8), [u32; 2])",
    "[i32; 3]", "[u8; 0]", "[(u8, u16); 5]", "&u8", "&mut u64", "*const u8", "fn(u8) -> u8",
    "&str", "&[i32]", "Box<i32>", "Box<[u16]>", "Box<str>", "Box<dyn Area>", "&dyn Area",
    "*const [u8]", "String", "Vec<i32>", "VecDeque<u8>", "HashMap<u8, u16>", "BTreeMap<u8, u16>",
    "Rc<i32>", "Arc<str>", "Rc<RefCell<Vec<u8>>>", "Cell<u8>", "RefCell<u32>", "Mutex<u16>",
    "NonZeroU16", "MaybeUninit<u32>", "std::time::Duration", "std::time::Instant",
    "std::cmp::Ordering", "std::net::IpAddr", "std::any::TypeId", "std::ops::Range<u8>",
    "std::thread::JoinHandle<u8>", "std::path::PathBuf", "PhantomData<u64>",
    "std::alloc::Layout", "std::borrow::Cow<'static, str>",
)  # fmt: skip
OPTIONS = (
    "Option<u32>", "Option<bool>", "Option<Option<bool>>", "Option<Option<Option<bool>>>",
    "Option<char>", "Option<Box<u32>>", "Option<&str>", "Option<Option<Box<u32>>>",
    "Option<String>", "Option<Vec<u8>>", "Option<()>", "Option<std::cmp::Ordering>",
    "Option<Option<std::cmp::Ordering>>", "Option<NonZeroU16>", "Option<u128>",
    "Result<u32, String>", "Result<(), ()>", "Result<u8, std::convert::Infallible>",
    "Option<fn()>", "Option<std::time::Duration>", "Option<Rc<i32>>", "Result<String, Vec<u8>>",
    "Option<(bool, u32)>", "Option<Box<dyn Area>>",
)  # fmt: skip
NAMED = (*OWN, *ENUMS, *STD, *OPTIONS)
"""Types that a type alias can name."""
LOCALS = (
    "closures::counter", "closures::nothing", "closures::borrowing", "closures::taking",
    "borrowing_twice::both", "borrowing_twice::borrowing", "futures::block", "locals::inside",
    "locals::tuple",
)  # fmt: skip
HEAPS = ("Rc<i32>", "Arc<u8>", "Rc<RefCell<u8>>", "Box<Loose>")
VTABLES = (("dyn Area", "Loose"), ("dyn std::fmt::Debug", "u8"))


def questions() -> tuple[LayoutQuestion, ...]:
    """All of them, those of NAMED first."""
    return (
        *(LayoutQuestion(name, listing=LISTING) for name in NAMED),
        *(LayoutQuestion(name, listing=LISTING, local=True) for name in LOCALS),
        *(LayoutQuestion(name, listing=LISTING, heap=True) for name in HEAPS),
        *(LayoutQuestion(of, listing=LISTING, vtable=concrete) for of, concrete in VTABLES),
    )


CASTS = {
    "Status": ("Ok", "NotFound"),
    "Small": ("One", "Seven"),
    "Signed": ("Minus", "Zero"),
    "std::cmp::Ordering": ("Less", "Equal", "Greater"),
}
"""Enums whose discriminants a constant can tell."""
DECLARED = {"WithTag": (3, 9)}
"""Discriminants that stand in the source and that no constant can tell."""
TWINS = {
    "closures::nothing": """
        type Nothing = impl Fn() -> usize;
        #[define_opaque(Nothing)]
        fn nothing() -> Nothing { || 7_usize }
    """,
    "closures::borrowing": """
        type Borrowing = impl Fn() -> usize;
        #[define_opaque(Borrowing)]
        fn borrowing(counter: &'static Cell<u32>, text: &'static String) -> Borrowing {
            move || counter.get() as usize + text.len()
        }
    """,
    "closures::taking": """
        type Taking = impl Fn(u8) -> usize;
        #[define_opaque(Taking)]
        fn taking(text: String, number: u8) -> Taking {
            move |more: u8| text.len() + usize::from(number) + usize::from(more)
        }
    """,
    "borrowing_twice::borrowing": """
        type Twice = impl Fn() -> usize;
        #[define_opaque(Twice)]
        fn twice(both: &'static usize, number: &'static u64) -> Twice {
            move || *both + *number as usize
        }
    """,
    "futures::block": """
        type Block = impl Future<Output = u32>;
        #[define_opaque(Block)]
        fn block(wide: u64) -> Block {
            async move {
                let kept = wide as u32;
                let first = step(kept).await;
                first + kept
            }
        }
    """,
    "locals::inside": "type Inside = Twin; struct Twin { flag: bool, value: u64 }",
    "locals::tuple": "type Triple = (u8, char, u16);",
    "borrowing_twice::both": "type Both = (usize, u64);",
    "closures::counter": "type Counter = Cell<u32>;",
}
"""For each local, text that gives a name to the same type, with unstable features."""
