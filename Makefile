# Everything works on a machine that has only Python 3.11 or later and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
# What is compiled is kept, so that not every process of a test run compiles it again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help install playground test lint screens bench soak format lock clean

help: ## Say what each target does
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

install: $(INSTALLED) ## Set up .venv with the pinned dependencies

# --no-deps: the lock file is the whole truth. --no-build-isolation: the build backend is pinned in it as well.
$(INSTALLED): requirements-dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rapport needs Python 3.11 or later; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

playground: $(INSTALLED) ## Try Rapport in a browser, without Slack: http://127.0.0.1:8765
	$(BIN)/rapport playground

test: $(INSTALLED) ## Run every test, on SQLite and PostgreSQL, in parallel
	$(BIN)/python -m pytest

lint: $(INSTALLED) ## Check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

screens: $(INSTALLED) ## Take the pictures of docs/screens.md and docs/tour.md anew
	rm -f docs/images/*.png
	SCREENSHOTS=docs/images $(BIN)/python -m pytest -n 0 tests/scenarios -k "in_a_browser or six_months"

bench: $(INSTALLED) ## Measure Rapport beside a bare Bolt app, in one run
	$(BIN)/python -m benchmarks

# Set SECONDS for another time.
soak: $(INSTALLED) ## Kill senders for ten minutes while Slack goes wrong: nothing may be lost or doubled
	$(BIN)/python -m benchmarks.soak $(or $(SECONDS),600)

format: $(INSTALLED) ## Put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## Write both lock files anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q pyproject.toml -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q --extra dev pyproject.toml -o requirements-dev.txt

clean: ## Remove .venv and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
