"""A benchmark of the generator: a synthetic book is made and verified by us and by two others.

Run it with `python -m tests.bench`; it prints a table and writes `bench.json`.
The generator is used from outside only: its command line, and MkDocs with its hook.
"""
