# Palermo: `make demo` shows it, `make test` checks it; both set up what they need first.
.DEFAULT_GOAL := help
SHELL := /bin/sh

# The newest Python the program runs on that is here.
PYTHON := $(shell sh tools/find-python.sh)
VENV := .venv
BIN := $(VENV)/bin
STATIC := src/palermo/api/static/index.html
WORKSPACE := $(shell find workspace/src workspace/public workspace/index.html workspace/vite.config.ts workspace/tsconfig.json -type f ! -name schema.d.ts 2>/dev/null)
API := $(shell find src/palermo/api src/palermo/workbench -name '*.py' 2>/dev/null)
KERNELS := $(wildcard src/palermo/*/kernels/*.py)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help setup demo test check types unit browser workspace-test bench clean

help:
	@echo "make demo    set up, act out the training case, open the workspace"
	@echo "make test    set up, then run everything"
	@echo "make setup   set up only: the program is then $(BIN)/palermo"
	@echo "make check   style, types and the house's contracts"
	@echo "make bench   the benchmarks (long); figures go to benchmarks/RESULTS.md by hand"
	@echo "make clean   take away all that was made"

setup: $(VENV)/.run $(VENV)/.warm $(STATIC)

$(VENV)/.run: locks/run.txt pyproject.toml README.md
	@test -n "$(PYTHON)" || { echo "Palermo needs Python 3.11, 3.12 or 3.13: install one and try again."; exit 1; }
	@echo "Setting up with $(PYTHON) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r locks/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

# Compiled once and kept, so that neither the tests nor the first grouping wait for it.
$(VENV)/.warm: $(VENV)/.run $(KERNELS)
	@echo "Compiling what groups adverts, compares names and tells the network (some minutes, once) …"
	@$(BIN)/python -m palermo.adverts.warm
	@$(BIN)/python -m palermo.network.warm
	@$(BIN)/python -m palermo.workbench.warm
	@touch $@

$(VENV)/.test: $(VENV)/.run locks/test.txt
	@echo "Adding what the tests need …"
	@$(PIP) install --require-hashes -r locks/test.txt
	@touch $@

# Node.js: the machine's, where it is new enough; otherwise from a Python wheel.
$(VENV)/.node: $(VENV)/.run locks/node.txt tools/node.sh
	@sh tools/node.sh setup $(BIN)
	@touch $@

workspace/node_modules/.stamp: workspace/package-lock.json $(VENV)/.node
	@echo "Fetching what the workspace is built with …"
	@sh tools/node.sh npm $(BIN) --prefix workspace ci --no-audit --no-fund --loglevel=error
	@touch $@

workspace/openapi.json: $(VENV)/.run $(API)
	@$(BIN)/python -m palermo.api.openapi > $@.new
	@if cmp -s $@.new $@; then rm $@.new; touch $@; else mv $@.new $@; fi

workspace/src/api/schema.d.ts: workspace/openapi.json workspace/node_modules/.stamp
	@sh tools/node.sh npm $(BIN) --prefix workspace run --silent gen >/dev/null

$(STATIC): $(WORKSPACE) workspace/src/api/schema.d.ts workspace/node_modules/.stamp
	@echo "Building the workspace …"
	@sh tools/node.sh npm $(BIN) --prefix workspace run --silent build
	@touch $@

demo: setup
	@sh tools/demo.sh $(BIN)/palermo

check: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

workspace-test: workspace/src/api/schema.d.ts
	sh tools/node.sh npm $(BIN) --prefix workspace run --silent check
	sh tools/node.sh npm $(BIN) --prefix workspace run --silent test

$(VENV)/.chromium: tools/chromium.sh
	@sh tools/chromium.sh
	@touch $@

test: setup $(VENV)/.test $(VENV)/.chromium check workspace-test
	$(BIN)/python -m pytest -n 2 --dist loadfile -q

$(VENV)/.bench: $(VENV)/.run locks/bench.txt
	@echo "Adding what the benchmarks measure against …"
	@$(PIP) install --require-hashes -r locks/bench.txt
	@touch $@

bench: setup $(VENV)/.test $(VENV)/.bench
	@for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

clean:
	rm -rf $(VENV) demo workspace/node_modules workspace/openapi.json workspace/src/api/schema.d.ts src/palermo/api/static \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
