# make setup    the tool alone, in .venv
# make dataset  generate the dataset and verify it
# make test     the whole check: lint, format, types, tests
# make lint     lint, format and types only
# make lock     recompute the locks (needs uv on the PATH)
# make clean    remove everything made here

PYTHON ?= python3
RUN := .venv
DEV := .venv-dev
COUNT ?= 1000
DOMAINS ?= retail airline banking
PIP_FLAGS := --quiet --disable-pip-version-check
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet

.DEFAULT_GOAL := setup
.DELETE_ON_ERROR:
.PHONY: setup dataset test lint lock clean

# $(call environment,FOLDER,LOCK): an environment with the locked distributions and this project. The
# build backend is one of them; pip finds its program on the PATH. An existing environment is brought
# up to date in place; `make clean` first gives a fresh one.
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "apigen-mt needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(1)
	$(1)/bin/python -m pip install $(PIP_FLAGS) --require-hashes -r $(2)
	PATH="$(CURDIR)/$(1)/bin:$$PATH" $(1)/bin/python -m pip install $(PIP_FLAGS) \
		--no-build-isolation --no-deps -e .
	touch $@
endef

$(RUN)/.stamp: requirements/run.txt pyproject.toml
	$(call environment,$(RUN),requirements/run.txt)

$(DEV)/.stamp: requirements/dev.txt pyproject.toml
	$(call environment,$(DEV),requirements/dev.txt)

setup: $(RUN)/.stamp

dataset: $(RUN)/.stamp
	$(RUN)/bin/apigen-mt generate $(DOMAINS) -n $(COUNT) --out dataset
	$(RUN)/bin/apigen-mt verify dataset

lint: $(DEV)/.stamp
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/pyright --pythonpath $(DEV)/bin/python

test: lint
	$(DEV)/bin/pytest -n auto

lock:
	$(LOCK) --group build -o requirements/run.txt
	$(LOCK) --group dev --extra models --extra view -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf $(RUN) $(DEV) build dist .pytest_cache .ruff_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
