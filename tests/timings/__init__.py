"""Times the programs of `snippets/` that ask for it, and writes `docs/timings.json`.

Run as `make timings`, on a machine that does nothing else. It takes two or three minutes.
"""
