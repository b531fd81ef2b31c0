# One command each. `make help` lists them; everything that is missing is set up on the way.

.DEFAULT_GOAL := help
.PHONY: help site test serve check bench timings toolchain-diff lock clean

# Material prints a notice about MkDocs 2 on every run.
export NO_MKDOCS_2_WARNING := 1

# The first of these that runs and is new enough; `make PYTHON=python3.12 site` chooses one.
PYTHONS := .venv/bin/python python3.13 python3.12 python3.11 python3 /usr/bin/python3
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
WITH_VENV := import ensurepip, venv, sys; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell for test in '$(WITH_VENV)' '$(NEW_ENOUGH)'; do for python in $(PYTHONS); do \
	$$python -c "$$test" 2>/dev/null && echo $$python && exit; done; done)
WANTED := no Python 3.11 or newer was found (tried $(wordlist 2,9,$(PYTHONS)))
else
WANTED := $(PYTHON) is not a Python 3.11 or newer that runs
endif

VENV := .venv/bin/python
PYTEST_ARGS ?=

define set_up
@$(if $(PYTHON),$(PYTHON) -c '$(NEW_ENOUGH)' 2>/dev/null,false) || { \
	echo 'setup: $(WANTED)' >&2; \
	echo '  try: sudo apt-get install python3 python3-venv    (Debian 12, Ubuntu 24.04, or newer)' >&2; exit 2; }
@$(PYTHON) -I macros/bootstrap.py $(1)
endef

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1  \2/p' $(MAKEFILE_LIST) | awk '{ printf "  %s %-14s", $$1, $$2; $$1 = $$2 = ""; print }'

site: ## verify everything, then build the site into site/
	$(call set_up,site)
	@$(VENV) -m mkdocs build --strict

test: ## run all tests, and the promises of the book (PYTEST_ARGS="-k copy" narrows it)
	$(call set_up,test)
	@$(VENV) -m pytest -n logical --maxprocesses 4 $(PYTEST_ARGS)

serve: ## live preview on http://127.0.0.1:8000, findings marked in the page
	$(call set_up,site)
	@$(VENV) -m mkdocs serve

check: ## verify without building
	$(call set_up,site)
	@$(VENV) -m macros check

bench: ## measure speed against rustdoc and one rustc per item, write bench.json
	$(call set_up,test)
	@$(VENV) -m tests.bench

timings: ## time what chapter 19 compares, on an idle machine, and write docs/timings.json
	$(call set_up,test)
	@$(VENV) -m tests.timings

OLD ?= rustc
toolchain-diff: ## what would change in the book between two compilers (OLD=rustc NEW=PATH)
	$(if $(NEW),,$(error toolchain-diff: name the other rustc, NEW="$$(rustup which --toolchain nightly rustc)"))
	$(call set_up,site)
	@$(VENV) -m macros toolchain-diff "$(OLD)" "$(NEW)"

# uv is a tool for this one target, not a dependency: it lives in .cache.
UV := .cache/uv/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-header
lock: ## resolve the two lock files anew (UPGRADE=--upgrade takes newer versions)
	$(call set_up,site)
	@test -x $(UV) || { $(VENV) -m venv .cache/uv && .cache/uv/bin/pip install --quiet uv; }
	@$(LOCK) $(UPGRADE) pyproject.toml -o requirements.lock
	@$(LOCK) $(UPGRADE) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean: ## remove what the other commands made
	rm -rf .venv .cache site .site-being-built reports bench.json .mypy_cache .ruff_cache .pytest_cache .hypothesis
