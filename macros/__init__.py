"""Macros that mkdocs-macros registers."""
