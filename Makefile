# The dashboard's commands. `make run` shows it, `make test` proves it; both make what they need, from Python 3.11 up.

PYTHON  ?= python3
PORT    ?= 8501
SOURCES ?= ../shared/sources
BIN     := .venv/bin

.PHONY: run test deep audit check verify bench look format clean

run: .venv/app
	$(BIN)/python -m streamlit run streamlit_app.py --server.headless=true --server.address=localhost \
		--server.port=$(PORT)

test: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.proxy
	$(BIN)/python -m pytest -n 2 --dist worksteal

deep: .venv/dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.proxy
	$(BIN)/python -m pytest -n 2 --dist worksteal -m deep

audit: .venv/dev
	$(BIN)/python -m tests.advisories

check: .venv/app
	$(BIN)/python -m narratives check

verify: .venv/app
	$(BIN)/python -m narratives verify --sources "$(SOURCES)"

bench: .venv/dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.proxy
	$(BIN)/python -m benchmarks $(BENCH)

look: .venv/dev
	$(BIN)/python -m tests.browser.chromium
	SCREENSHOTS=screenshots $(BIN)/python -m pytest tests/browser/test_pages_open.py

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis screenshots
	find . -name __pycache__ -prune -exec rm -rf {} +

# A changed pin remakes the environment from nothing, so that no package of the old pins stays behind.
.venv/app: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo >&2 \
		"Python 3.11 or newer is needed, and $(PYTHON) is not. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo >&2 \
		"$(PYTHON) cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/app requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
