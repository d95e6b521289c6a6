# Everything runs from the source tree with the Python in .venv, which the first target that needs it makes.

PYTHON ?= python3
DEMO_DIR ?= demo
WORKERS ?= auto
FILE ?=

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
# Colleagues' machines may have more processors than the tests gain from. Neighbours share what a file makes once, so each
# process begins with a run of them, and takes over from another what that has not come to.
TEST_FLAGS ?= -n $(WORKERS) --maxprocesses=8 --dist worksteal

# Tests and benchmarks start the program again and again: it should not be compiled each time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test run check bench fuzz screenshots package lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Settings: PYTHON=python3.12  DEMO_DIR=folder  FILE=my.maturity (for run)  WORKERS=2 (for test)"

demo: $(INSTALLED)  ## do the main job on the sample and write every deliverable into demo/
	@packaging/system-libraries.sh demo $(BIN)/python
	$(BIN)/maturity-workbench demo "$(DEMO_DIR)"

test: $(INSTALLED)  ## run the tests; needs no display
	@packaging/system-libraries.sh test $(BIN)/python
	$(BIN)/python -m pytest $(TEST_FLAGS)

run: $(INSTALLED)  ## open the window
	@packaging/system-libraries.sh run $(BIN)/python
	$(BIN)/maturity-workbench $(if $(FILE),"$(FILE)")

check: $(INSTALLED)  ## check format, lint, types, import contracts and spelling
	@status=0; \
	for tool in "ruff format --check --quiet ." "ruff check --quiet ." mypy "lint-imports --no-cache" "codespell ."; do \
		echo "$$tool"; $(BIN)/$$tool || status=1; \
	done; exit $$status

bench: $(INSTALLED)  ## measure speed and memory against bare baselines
	@packaging/system-libraries.sh test $(BIN)/python
	$(BIN)/python -m tests.bench

fuzz: $(INSTALLED)  ## read broken files of every kind for SECONDS each (60)
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),60) $(FUZZ_FLAGS)

screenshots: $(INSTALLED)  ## make the pictures of every page into docs/pictures/
	@packaging/system-libraries.sh test $(BIN)/python
	$(BIN)/python packaging/screenshots.py

package: $(INSTALLED)  ## build the program that needs no Python into dist/ and test it
	@packaging/system-libraries.sh test $(BIN)/python
	$(BIN)/python packaging/build.py

lock: $(INSTALLED)  ## resolve the dependencies of pyproject.toml anew into requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --python-version 3.11 \
		--no-header --no-annotate --quiet -o requirements.lock

clean:  ## remove everything that was made, the environment included
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find desktop packaging tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.lock pyproject.toml
	@packaging/environment.sh "$(PYTHON)" $(VENV)
	@touch $@
