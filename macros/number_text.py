"""A page or Rust text → the words that a reader sees, each where it stands in the source.

The text that comes out is as long as the source. Code, calls and markup are replaced by the signs
of `number_words`; a `BARRIER` stands wherever no phrase goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from macros.model import Call, Page
from macros.number_patterns import BARRIER, CELL, CODE, MEASURED, NAME
from macros.number_words import names_memory
from macros.outline import JINJA_COMMENT, Block, Remark, Tag, find_parts, front_matter
from macros.rust_text import TOKEN, block_end

SPEAKING_FENCES: Final = frozenset({"", "text", "txt", "plain", "ascii", "console", "output"})
"""Languages of fences that hold words and figures, not code."""
SHOWN_ARGUMENTS: Final = ("title", "caption", "alt")

_CODE_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?P<inside>[^\x00]+?)(?<!`)(?P=ticks)(?!`)")
_MEASURES = re.compile(
    r"\b(?:size_of(?:_val)?|align_of(?:_val)?|offset_of|capacity)\b!?(?:::<[^\n]*?>)?(?:\([^()\n]*"
    r"(?:\([^()\n]*\)[^()\n]*)*\))?"
)
_MEASURE_WORD = re.compile(r"(?:size|align|offset|capacity)")
_PROSE_IN_CODE = re.compile(r"\d[\d,_]*(?:[ -]\w+)?[ -]?(?:bytes?|bits|words|[KMG]i?B)")
_SPACE = re.compile(
    r"&(?:nbsp|thinsp|ensp|emsp|#160|#8239|#8201|#xa0|#x202f|#x2009);", re.IGNORECASE
)
_SHOWN_ATTRIBUTE = re.compile(r"\b(?:alt|title|aria-label)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<https?:[^>\s]*>")
_MARKUP = re.compile(
    r"\]\([^)\s]*|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]|\{[:#.][^}\n]*\}|https?://\S+|&#?\w+;"
    r"|[*~]+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|[\[\]]"
)
_LINE_START = re.compile(
    r"^(?P<quote>[ \t>]*)(?P<mark>(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?|\#{1,6}[ \t]+"
    r"|(?:!!!|\?\?\?\+?|===!?)[^\"\n]*)?",
    re.MULTILINE,
)
_PARAGRAPH_EDGE = re.compile(
    r"[ \t>]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|\#{1,6}[ \t]|!!!|\?\?\?|===|\||\[[^\]]+\]:)"
)
_TITLE = re.compile(r"\btitle=([\"'])(?P<title>.*?)\1")
_BAR = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
_NOT_NEWLINE = re.compile(r"[^\n]")
_COMMENT_MARK = re.compile(r"//[/!]?|/\*[*!]?|\*/|^[ \t]*\*(?!/)", re.MULTILINE)
_MARGIN = re.compile(r"//[@~]")
_REASON = re.compile(r"//@\s*(?:no-run|ignore):")


def plain_page(page: Page) -> str:
    """The page's words; fences of code are silent, those of words and figures speak."""
    text = list(page.text)
    calls = {call.start: call for call in page.calls}
    fill(text, 0, front_matter(page.text)[0], BARRIER)
    for part in find_parts(page.text):
        if isinstance(part, Block):
            for start, end in silent_parts(page.text, part):
                fill(text, start, end, BARRIER)
        elif isinstance(part, Tag):
            fill(text, part.start, part.end, sign_of(calls.get(part.start)))
        elif isinstance(part, Remark):
            fill(text, part.start, part.end, " ")
    return without_markup("".join(text))


def silent_parts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """A fence without its title and, where it holds words or a figure, without its body."""
    title = _TITLE.search(text, *block.info)
    start, end = title.span("title") if title else (block.body[0], block.body[0])
    yield block.start, start
    if is_silent(text, block):
        yield end, block.end
    else:
        yield end, block.body[0]
        yield block.body[1], block.end


def is_silent(text: str, block: Block) -> bool:
    """Whether a fence holds code, or shows what the source of a page looks like."""
    language = re.split(r"[^\w-]", text[slice(*block.info)].strip(), maxsplit=1)[0]
    return block.rust or block.raw or language.lower() not in SPEAKING_FENCES


def sign_of(call: Call | None) -> str:
    """What stands for a tag: a number with its unit was measured, or it is none of ours."""
    if call is None or call.macro in ("snippet", "editions"):
        return CODE
    if call.macro != "claim":
        return MEASURED
    words = call.arguments[0].value if call.arguments else dict(call.named)["words"].value
    return MEASURED if names_memory(str(words)) else CODE


def fill(text: list[str], start: int, end: int, sign: str) -> None:
    """Puts a sign in the place of every character but newlines."""
    text[start:end] = ("\n" if each == "\n" else sign for each in text[start:end])


def same_length(found: re.Match[str], sign: str) -> str:
    return _NOT_NEWLINE.sub(sign, found[0])


def without_markup(text: str) -> str:
    """Markdown and HTML as the words in them."""
    text = JINJA_COMMENT.sub(lambda found: same_length(found, " "), text)
    text = with_barriers(text)
    text = _CODE_SPAN.sub(plain_code, text)
    text = _SPACE.sub(lambda found: same_length(found, " "), text)
    text = _TAG.sub(plain_tag, text)
    return _MARKUP.sub(lambda found: same_length(found, " "), text)


def with_barriers(text: str) -> str:
    """Newlines inside a paragraph as spaces; those at its edges, and the marks of lines, as edges.

    The bars of a table's row are a sign of their own.
    """
    text = _LINE_START.sub(plain_line_start, text)
    rows = text.split("\n")
    written: list[str] = []
    in_table = False
    for row, after in zip(rows, [*rows[1:], ""], strict=True):
        in_table = bool(_BAR.search(row)) and (in_table or bool(_DELIMITERS.fullmatch(after)))
        in_table = in_table or row.lstrip().startswith("|")
        goes_on = row.strip(" \t" + BARRIER) and not _PARAGRAPH_EDGE.match(after)
        inside = _BAR.sub(CELL, row) if in_table else row
        written.append(inside + (" " if goes_on and not in_table else BARRIER))
    return "".join(written)[: len(text)]


def plain_line_start(found: re.Match[str]) -> str:
    """Quote marks as spaces; the mark of an item, a heading or a box as an edge."""
    return " " * len(found["quote"]) + BARRIER * len(found["mark"] or "")


def plain_code(found: re.Match[str]) -> str:
    """A code span: a bare number or a quantity speaks, the name of a measurement is kept as one."""
    ticks, inside = found["ticks"], found["inside"]
    word = inside.strip()
    blank = " " * len(ticks)
    if re.fullmatch(r"-?\d[\d,_.]*", word):
        return blank + inside + blank
    if _PROSE_IN_CODE.search(word) and not re.search(r"[;{}<>]", word):
        return blank + inside + blank
    named = _MEASURES.search(word) or _MEASURE_WORD.fullmatch(word)
    return (NAME if named else CODE) * len(found[0])


def plain_tag(found: re.Match[str]) -> str:
    """An HTML tag as blanks, but for the words of `alt`, `title` and `aria-label`."""
    blank = list(" " * len(found[0]))
    for shown in _SHOWN_ATTRIBUTE.finditer(found[0]):
        start, end = shown.span(1) if shown[1] is not None else shown.span(2)
        blank[start - 1 : end + 1] = f"{BARRIER}{found[0][start:end]}{BARRIER}"
    return "".join(blank)


def plain_rust(text: str) -> str:
    """The comments of Rust text that a reader sees; a sentence may go on in the next one."""
    pieces: list[str] = []
    at = 0
    for start, end in comments_of(text):
        between = text[at:start]
        alone = bool(pieces) and not between.strip(" \t\n>#") and between.count("\n") == 1
        pieces += (" " if alone else BARRIER) * len(between), plain_comment(text[start:end])
        at = end
    return "".join((*pieces, BARRIER * (len(text) - at)))


def comments_of(text: str) -> Iterator[tuple[int, int]]:
    """All comments, of lines and of blocks, but for the margin; a reason not to run is shown."""
    at = 0
    while found := TOKEN.search(text, at):
        at = block_end(text, found.end()) if found["block"] else found.end()
        is_comment = found["block"] or found["line"]
        if is_comment and (_REASON.match(found[0]) or not _MARGIN.match(found[0])):
            yield found.start(), at


def plain_comment(comment: str) -> str:
    """A comment's words, without its marks and without Rust in them."""
    text = _COMMENT_MARK.sub(lambda found: same_length(found, " "), comment)
    text = _CODE_SPAN.sub(plain_code, text.replace("\n\n", BARRIER * 2).replace("\n", " "))
    return _MEASURES.sub(lambda found: same_length(found, NAME), text)
