# Two commands matter: `make demo` and `make test`. Everything is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := $(CURDIR)/$(BIN)/python $(CURDIR)/tools/npm.py
VIEWER_SOURCES := $(shell find viewer -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/wasm/*' 2>/dev/null)
FAIR := examples/industry-fair
SITE := build/demo
JOBS ?= 2

.PHONY: demo test check verify fuzz docs bench bench-peers bench-viewer install test-tools other-browsers lock screenshots schemas licences dist clean

demo: install
	$(BIN)/hallgen build $(FAIR) -o $(SITE)
	$(BIN)/hallgen serve $(SITE)

test: install test-tools check
	$(BIN)/pytest -n $(JOBS) --dist worksteal -m "not slow"

# What takes longer: long visits, every real fair in a browser, every command of the docs, and a visit
# in other browsers.
verify: install test-tools other-browsers check
	$(BIN)/pytest -n $(JOBS) --dist worksteal

check: install test-tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd viewer && $(NPM) run check
	cd viewer && $(NPM) run lint
	cd viewer && $(NPM) run test

# Files of every format, spoiled in many ways; then by what the readers of plans and tables do with
# them, where there is atheris for this Python. What is new lies in build/fuzz.
FUZZ_EXAMPLES ?= 2000
FUZZ_SECONDS ?= 40
GUIDED := plan-svg plan-dxf plan-geojson plan-csv plan-json table-csv table-json table-yaml exhibitors fair
fuzz: install test-tools
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/pytest -n $(JOBS) tests/fuzz
	$(BIN)/python -c "import atheris" 2>/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements/fuzz.txt || echo "No atheris for this Python: files were spoiled by hypothesis only."
	! $(BIN)/python -c "import atheris" 2>/dev/null || for reader in $(GUIDED); do $(BIN)/python -m tests.fuzz.guided $$reader $(FUZZ_SECONDS) || exit 1; done

# The documentation in build/docs; a broken link or a page in no menu is an error.
docs: install
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

# What each version is held to: one table, kept in benchmarks/results/figures.csv.
bench: install test-tools benchmarks/tools/node_modules/.installed
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.lighthouse
	$(BIN)/python -m benchmarks.figures

# hallgen beside what people would use instead.
bench-peers: install test-tools
	$(BIN)/python -m benchmarks.glb
	$(BIN)/python -m benchmarks.packing
	$(BIN)/python -m benchmarks.bake --hall
	$(BIN)/python -m benchmarks.lighting
	$(BIN)/python -m benchmarks.stills
	$(BIN)/python -m benchmarks.photos
	$(BIN)/python -m benchmarks.models

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

# What is shipped and needed, and whether its licences go with ours.
licences: install
	$(BIN)/python -m tools.licences

# The wheel, the source archive and the bill of materials in dist/, by the time of the last commit.
dist: install
	rm -rf dist
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} $(BIN)/python -m tools.dist dist

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

other-browsers:
	@tools/install-browsers.sh

lock:
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet pyproject.toml --all-extras --group test --group check --group docs --group notebook --group release --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --group fuzz --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements/fuzz.txt
	$(BIN)/uv pip compile --quiet --group node --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements/node.txt

clean:
	rm -rf $(VENV) build viewer/dist viewer/wasm viewer/node_modules tests/tools/node_modules benchmarks/tools/node_modules
