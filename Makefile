# Two commands on a fresh machine with python3 (3.11 or newer), git and make: `make demo` and `make test`.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

PY ?= python3
BIN := .venv/bin

# The caller's own environments and user site must not leak into ours.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX UV_PROJECT_ENVIRONMENT UV_SYSTEM_PYTHON UV_PYTHON
export PYTHONNOUSERSITE := 1
export UV_NO_CONFIG := 1
export PIP_USER := 0
# uv knows only its built-in certificates; a company's proxy is known to the machine.
export UV_SYSTEM_CERTS := 1
CACHE := $(shell sh .ci/cache-dir 2>/dev/null)
ifneq ($(CACHE),)
export UV_CACHE_DIR ?= $(CACHE)/uv
export PIP_CACHE_DIR ?= $(CACHE)/pip
endif

# Bytecode is kept when first used, or every start compiles the libraries again (compiling all 9,000 files
# at once costs 10 s); only by the owner of the clone, who could not delete what root wrote.
ifeq ($(shell [ -O . ] && echo ours),ours)
unexport PYTHONDONTWRITEBYTECODE
else
export PYTHONDONTWRITEBYTECODE := 1
endif

UV := $(BIN)/uv pip
SYNC := $(UV) sync -q --python $(BIN)/python --require-hashes --only-binary :all:
LINK := $(UV) install -q --python $(BIN)/python --no-deps --no-build-isolation --editable .
COMPILE := $(UV) compile -q --universal --generate-hashes --python-version 3.11 --no-header --only-binary :all:

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) \
	| while IFS='|' read -r verb words; do printf '  %-12s %s\n' "$$verb" "$$words"; done

demo: usable .venv/.demo ## install what is missing, then book and pay once over real HTTP
	@$(BIN)/ratiba demo

test: check ## the gate, then every test on real Postgres and real Valkey (ARGS='-k word' narrows)
	@$(BIN)/python -m pytest -q -n 3 $(ARGS)

check: usable .venv/.dev ## format, lint, types, architecture, flows
	@echo "format, lint"
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: make fmt"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@echo "types"
	@$(BIN)/python -m mypy --no-error-summary
	@echo "architecture"
	@$(BIN)/lint-imports --no-logo
	@echo "flows"
	@$(BIN)/ratiba check --record check $(PROOF)
	@$(BIN)/ratiba test

bench: usable .venv/.bench ## what a turn costs beside the same on LangGraph, held to its gates (ARGS='--pairs 4')
	@$(BIN)/python -m bench.understanding
	@$(BIN)/ratiba bench $(ARGS)

chaos: usable .venv/.dev ## break everything while customers book, and count (ARGS='crash --much 3' narrows)
	@$(BIN)/python -m tests.chaos $(ARGS)

up: usable .venv/.demo ## run everything on this machine; Ctrl-C stops it
	@$(BIN)/ratiba up

fmt: usable .venv/.dev ## format, and fix what can be fixed safely
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix .

down: usable ## stop the stores that a killed run left behind
	@if [ -e .venv/.demo ]; then $(BIN)/python -m ratiba.local down; \
	elif [ -e .ratiba ]; then echo "Without .venv nothing can be stopped: make .venv/.demo, then make down"; exit 2; fi

clean: ## stop the stores, then delete .venv, .ratiba and every cache of the clone
	@if $(BIN)/python -c 'import ratiba.local.embedded' 2>/dev/null; then $(BIN)/python -m ratiba.local purge; fi
	rm -rf .venv .ratiba .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks build dist

lock: .venv/.uv ## resolve requirements/*.in anew (ARGS=--upgrade moves the pins)
	$(COMPILE) $(ARGS) requirements/uv.in -o requirements/uv.lock
	$(COMPILE) $(ARGS) requirements/all.in -o requirements/all.lock
	$(COMPILE) $(ARGS) -c requirements/all.lock requirements/demo.in -o requirements/demo.lock
	$(COMPILE) $(ARGS) -c requirements/all.lock requirements/dev.in -o requirements/dev.lock
	$(COMPILE) $(ARGS) -c requirements/all.lock requirements/bench.in -o requirements/bench.lock

# An empty .venv with a pinned uv. Its stamp holds the folder, since scripts in a .venv do not move with it.
.venv/.uv: requirements/uv.lock
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "python3 3.11 or newer is needed: install it, or name it: make PY=python3.12 ..."; exit 2; }
	@$(PY) -c 'import ensurepip' 2>/dev/null || { echo "python3-venv is missing: apt-get install python3-venv"; exit 2; }
	@[ -e $@ ] || { echo "Making .venv"; $(PY) -m venv --clear .venv; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.lock \
	|| { echo "uv could not be installed, see above: is the network up?"; exit 2; }
	@pwd -P > $@

# The sets: demo is in dev, dev is in all. A sync prunes what its lock does not name, so a wider set that
# is there already is kept. No stamp stands while a sync is under way: a killed one is done again.
define install
	@set -e; set=$(1); \
	for wider in dev all; do if [ $$set != all ] && [ -e .venv/.$$wider ]; then set=$$wider; fi; done; \
	echo "Installing the packages of requirements/$$set.lock"; \
	rm -f .venv/.demo .venv/.dev .venv/.all; \
	$(SYNC) requirements/$$set.lock; \
	$(LINK); \
	for has in demo dev all; do touch .venv/.$$has; if [ $$has = $$set ]; then break; fi; done
endef

.venv/.demo: .venv/.uv requirements/demo.lock pyproject.toml
	$(call install,demo)

.venv/.dev: .venv/.uv requirements/dev.lock pyproject.toml
	$(call install,dev)

.venv/.all: .venv/.uv requirements/all.lock pyproject.toml
	$(call install,all)

# Added beside what is there; a sync of another set prunes it, and its stamp is then newer than this one.
.venv/.bench: .venv/.dev requirements/bench.lock
	@echo "Installing the packages of requirements/bench.lock"
	@$(UV) install -q --python $(BIN)/python --no-deps --require-hashes --only-binary :all: -r requirements/bench.lock
	@touch $@

usable:
	@[ ! -e .venv/.uv ] || { [ "$$(cat .venv/.uv)" = "$$(pwd -P)" ] && $(BIN)/python -c '' 2>/dev/null; } \
	|| { echo "This .venv was made in another folder, or its python cannot be run: rm -rf .venv"; exit 2; }

.PHONY: help demo test check bench chaos up fmt down clean lock usable
