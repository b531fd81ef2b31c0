"""How our command line is called in a clone: the interpreter that `make` sets up, without a PATH.

Every finding and page that names a command begins it with these words.
"""

from __future__ import annotations

from typing import Final

COMMAND: Final = ".venv/bin/python -m macros"
