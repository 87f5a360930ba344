# Two commands matter: `make demo` and `make test`. Everything is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := $(CURDIR)/$(BIN)/python $(CURDIR)/tools/npm.py
VIEWER_SOURCES := $(shell find viewer -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/wasm/*' 2>/dev/null)
FAIR := examples/industry-fair
SITE := build/demo
JOBS ?= 2

.PHONY: demo test check verify bench bench-viewer install test-tools lock screenshots schemas clean

demo: install
	$(BIN)/hallgen build $(FAIR) -o $(SITE)
	$(BIN)/hallgen serve $(SITE)

test: install test-tools check
	$(BIN)/pytest -n $(JOBS) --dist worksteal -m "not slow"

# What takes longer: long visits, every real fair in a browser, every command of the docs.
verify: install test-tools check
	$(BIN)/pytest -n $(JOBS) --dist worksteal

check: install test-tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd viewer && $(NPM) run check
	cd viewer && $(NPM) run lint
	cd viewer && $(NPM) run test

bench: install test-tools benchmarks/tools/node_modules/.installed
	$(BIN)/python -m benchmarks.glb
	$(BIN)/python -m benchmarks.packing
	$(BIN)/python -m benchmarks.bake --hall
	$(BIN)/python -m benchmarks.lighting
	$(BIN)/python -m benchmarks.stills
	$(BIN)/python -m benchmarks.photos
	$(BIN)/python -m benchmarks.models
	$(BIN)/python -m benchmarks.lighthouse

# What visitors pay, beside what people would use instead, on a fair as large as EXHIBITORS says.
EXHIBITORS ?= 2800
LARGE := build/fair-$(EXHIBITORS)
bench-viewer: install test-tools
	test -d $(LARGE) || $(BIN)/python -m benchmarks.fair $(LARGE) --exhibitors $(EXHIBITORS)
	$(BIN)/hallgen build $(LARGE) -o $(LARGE)/site
	$(BIN)/python -m benchmarks.visit $(LARGE) $(LARGE)/site --result benchmarks/results/visit-$(EXHIBITORS).md
	$(BIN)/python -m benchmarks.visit.walk $(LARGE)/site 1.1 2.1

screenshots: install test-tools
	$(BIN)/python -m tools.screenshots $(SITE) docs/pictures

schemas: install
	$(BIN)/python -m hallgen.readers.schema
	$(BIN)/python -m hallgen.site.typescript viewer/src/manifest.ts

install: $(VENV)/.installed viewer/dist/.built

$(VENV)/.python:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.requirements: $(VENV)/.python requirements/dev.txt requirements/node.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements/dev.txt
	$(BIN)/python tools/npm.py --found || $(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements/node.txt
	touch $@

viewer/node_modules/.installed: viewer/package-lock.json $(VENV)/.requirements
	cd viewer && $(NPM) ci --no-audit --no-fund
	touch $@

viewer/dist/.built: $(VIEWER_SOURCES) viewer/node_modules/.installed
	cd viewer && $(NPM) run build
	touch $@

# The viewer comes first: building the package takes it in when it is there.
$(VENV)/.installed: $(VENV)/.requirements viewer/dist/.built pyproject.toml hatch_build.py
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

tests/tools/node_modules/.installed: tests/tools/package-lock.json $(VENV)/.requirements
	cd tests/tools && $(NPM) ci --no-audit --no-fund
	touch $@

benchmarks/tools/node_modules/.installed: benchmarks/tools/package-lock.json $(VENV)/.requirements
	cd benchmarks/tools && $(NPM) ci --no-audit --no-fund --ignore-scripts
	touch $@

test-tools: tests/tools/node_modules/.installed
	@command -v chromium >/dev/null || tools/install-chromium.sh

lock:
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet pyproject.toml --all-extras --group test --group check --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --group node --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements/node.txt

clean:
	rm -rf $(VENV) build viewer/dist viewer/wasm viewer/node_modules tests/tools/node_modules benchmarks/tools/node_modules
