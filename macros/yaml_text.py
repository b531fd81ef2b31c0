"""A YAML text → its nodes, which know their lines, and its values; by libyaml where it is there."""

from __future__ import annotations

from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> tuple[yaml.Node | None, Any]:
    """Read one document, parsed once; (None, None) for an empty one. Raises yaml.YAMLError."""
    loader = LOADER(text)
    try:
        node = loader.get_single_node()
        return node, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()
