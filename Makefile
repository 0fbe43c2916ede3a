# Everything a fresh machine needs: Python 3.11 or newer with venv, make, and a network to install from.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# One more than two cores have: many tests wait for a lease, a tick or a browser.
WORKERS ?= 3
# What one process of the tests compiles, the next ones need not.
unexport PYTHONDONTWRITEBYTECODE
# Thousands of databases that live for a moment: in memory, where there is some, nobody waits for the disk.
MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 2000000 {print "/dev/shm"}')

.PHONY: help demo test check collected unit lock format clean browser pictures faults bench-quick bench-deliveries wrk

help: ## What can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 18

demo: $(VENV)/demo ## Run the bot beside a local Slack workspace with the sample group; PORT=n serves the page there
	$(BIN)/rapporteur demo $(if $(PORT),--port $(PORT))

test: $(VENV)/dev browser ## Install what is needed and run every check and test
	@$(MAKE) --no-print-directory -j 2 check collected
	$(BIN)/coverage erase
	$(if $(MEMORY),TMPDIR=$(MEMORY)) $(BIN)/pytest -n $(WORKERS) --dist loadgroup --cov --cov-report=
	$(BIN)/coverage report --fail-under=90 --skip-covered | tail -n 40

check: $(VENV)/dev ## Style, types and the map of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

collected: $(VENV)/dev
	@$(BIN)/pytest --collect-only -q > $(VENV)/collected || { tail -n 40 $(VENV)/collected; exit 1; }

unit: $(VENV)/dev ## The pure tests only, in a minute or two
	$(BIN)/pytest tests/unit

format: $(VENV)/dev ## Format, and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

browser: ## Chromium for the browser tests: the system's; on Debian the one without a window, installed by root
	@command -v chromium-headless-shell >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell; } >/dev/null 2>&1 || \
		command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; }

pictures: $(VENV)/dev browser ## Take the pictures of the README anew, from the demonstration
	$(BIN)/python -m tests.browser.pictures docs/images

faults: $(VENV)/dev ## Hundreds of digests while bots are killed, on both engines; SEED=n repeats a plan, WRITE=docs/faults.md keeps the figures
	@$(BIN)/python -m tests.faults $(if $(SEED),--seed $(SEED)) $(if $(WRITE),--write $(WRITE))

bench-quick: $(VENV)/dev wrk ## Notes and status beside the limit, in minutes; WRITE=docs/performance.md keeps the figures
	@$(BIN)/python -m tests.bench $(if $(WRITE),--write $(WRITE))

bench-deliveries: $(VENV)/dev ## 10,000 digests of one minute over 1,000 workspaces: how late, and in how much memory
	@$(BIN)/python -m tests.bench.deliveries --engine sqlite
	@$(BIN)/python -m tests.bench.deliveries --engine postgresql

wrk: ## The load generator of the bench: the system's, installed on Debian when it is missing
	@command -v wrk >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq wrk; } || { \
		echo "wrk is needed and cannot be installed here: install it by hand, then make bench-quick again."; exit 1; }

lock: $(VENV)/dev ## Pin every dependency anew, by version and hash, without naming an index
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile pyproject.toml -q --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev -q --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate -c requirements.lock -o requirements-dev.lock

clean: ## Remove what was made
	rm -rf $(VENV) build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: requirements.lock pyproject.toml | $(BIN)/pip
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps -e .
	@touch $@

$(VENV)/dev: requirements-dev.lock pyproject.toml | $(BIN)/pip
	$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/demo
