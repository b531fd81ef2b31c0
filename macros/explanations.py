"""What rustc says of error codes, kept with the other facts: asked once for each compiler."""

from __future__ import annotations

from collections.abc import Sequence

from macros.cache import Cache
from macros.facts import hash_key
from macros.model import Toolchain
from macros.rust.explanations import ask_explanations


def explain_codes(codes: Sequence[str], toolchain: Toolchain, cache: Cache) -> dict[str, str]:
    """Return rustc's explanation of each code, as Markdown; codes without one are left out."""
    base = f"{toolchain.identity}\n{toolchain.rustc}"
    keys = {code: hash_key(base, "explanation", [code]) for code in codes}
    known = cache.read(list(keys.values()))
    missing = [code for code, key in keys.items() if key not in known]
    asked = ask_explanations(missing, toolchain) if missing else {}
    cache.write({keys[code]: text for code, text in asked.items()})
    found = {code: known.get(key, "") or asked.get(code, "") for code, key in keys.items()}
    return {code: text for code, text in found.items() if text}
