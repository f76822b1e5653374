# make setup    the tool alone, in .venv
# make dataset  generate the dataset and verify it
# make test     the whole check: lint, format, types, tests; installs Chromium if it is missing and can be
# make test-training  the tests of training, which need torch, in an environment of their own
# make lint     lint, format and types only
# make pictures take the pictures of the viewer anew for the docs
# make lock     recompute the locks (needs uv on the PATH)
# make clean    remove everything made here

PYTHON ?= python3
RUN := .venv
DEV := .venv-dev
TRAIN := .venv-train
TORCH ?= torch==2.13.0
COUNT ?= 1000
# Twice the cores: many tests wait, for a kill, a time limit or a page. A worker keeps to tests that stand together and share
# what is made for them, and takes from others when it has none left.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(2 * (os.cpu_count() or 1))')
DOMAINS ?= retail airline banking
# The tests start many processes, none of which should compile the package again.
unexport PYTHONDONTWRITEBYTECODE
PIP_FLAGS := --quiet --disable-pip-version-check
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet

.DEFAULT_GOAL := setup
.DELETE_ON_ERROR:
.PHONY: setup dataset test test-training lint browser pictures lock clean

# $(call environment,FOLDER,LOCK): an environment with the locked distributions, all of them and no
# others, and this project. The build backend is one of them; pip finds its program on the PATH. An existing environment is brought
# up to date in place; `make clean` first gives a fresh one.
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "apigen-mt needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(1)
	$(1)/bin/python -m pip install $(PIP_FLAGS) --no-deps --require-hashes -r $(2)
	PATH="$(CURDIR)/$(1)/bin:$$PATH" $(1)/bin/python -m pip install $(PIP_FLAGS) \
		--no-build-isolation --no-deps -e .
	touch $@
endef

$(RUN)/.stamp: requirements/run.txt pyproject.toml
	$(call environment,$(RUN),requirements/run.txt)

$(DEV)/.stamp: requirements/dev.txt requirements/peers.txt pyproject.toml
	$(call environment,$(DEV),requirements/dev.txt)
	$(DEV)/bin/python -m pip install $(PIP_FLAGS) --no-deps --require-hashes -r requirements/peers.txt

# Which build of torch fits, for a processor or one of many kinds of cards, is the machine's choice and stands in no lock.
$(TRAIN)/.stamp: requirements/train.txt pyproject.toml
	$(call environment,$(TRAIN),requirements/train.txt)
	$(TRAIN)/bin/python -m pip install $(PIP_FLAGS) --no-deps $(TORCH)

setup: $(RUN)/.stamp

dataset: $(RUN)/.stamp
	$(RUN)/bin/apigen-mt generate $(DOMAINS) -n $(COUNT) --out dataset
	$(RUN)/bin/apigen-mt verify dataset

lint: $(DEV)/.stamp
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/pyright --pythonpath $(DEV)/bin/python

test: lint browser
	$(DEV)/bin/pytest -n $(WORKERS) --dist worksteal

test-training: $(TRAIN)/.stamp
	$(TRAIN)/bin/pytest tests/training

# The viewer's tests open its pages in Chromium: as root it is installed here, else Playwright's own is tried. Where
# neither can be had those tests say so and are skipped.
browser: $(DEV)/.stamp
	@command -v chromium > /dev/null || $(DEV)/bin/python tests/viewer/browsers.py > /dev/null 2>&1 || { \
		test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium > /dev/null; \
	} || $(DEV)/bin/playwright install chromium || echo "no Chromium could be installed: the tests in a browser are skipped" >&2

pictures: $(DEV)/.stamp browser
	$(DEV)/bin/python docs/pictures/take.py

lock:
	$(LOCK) --group build -o requirements/run.txt
	$(LOCK) --group dev --extra inspect --extra models --extra view --extra render -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) --group training --extra models --extra train --excludes requirements/machine.txt -c requirements/dev.txt \
		-o requirements/train.txt

clean:
	rm -rf $(RUN) $(DEV) $(TRAIN) build dist .pytest_cache .ruff_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
