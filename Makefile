# Every target installs what it needs first (packaging/bootstrap) and says nothing of what is there.

BOOTSTRAP = packaging/bootstrap
BIN = .venv/bin
PYTHON_RUN = $(BIN)/python
SAMPLE = templates/osce-pa/sample.resolution
SCREEN = $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname)))

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## open the sample; without a screen, export it to build/sample/
ifneq ($(SCREEN),)
	@$(BOOTSTRAP) --window
	@$(BIN)/resolution-editor --sample # a copy: saving never changes the shipped one
else
	@$(BOOTSTRAP)
	@mkdir -p build/sample
	@$(BIN)/resolution-editor export $(SAMPLE) --to docx,pdf --out-dir build/sample
	@echo "There is no screen here: the sample is exported to build/sample/sample.docx and sample.pdf."
endif

test: ## run the tests
	@$(BOOTSTRAP) --dev
	@$(BIN)/pytest -q -n 2

soak: ## do 50,000 random things in a whole window, for a quarter of an hour
	@$(BOOTSTRAP) --dev
	@$(BIN)/pytest -q tests/ui/soak.py

lint: ## run the checks that run no code: style, types, import direction
	@$(BOOTSTRAP) --dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

check: lint test ## run lint and test

conformance: ## hold every document written against the checkers of its format
	@$(BOOTSTRAP) --dev --conformance
	@$(PYTHON_RUN) -m tests.conformance
	@$(BIN)/pytest -q tests/export/docx/conformance_word.py

e2e: ## draft a whole resolution by keys alone, on a screen in memory
	@$(BOOTSTRAP) --dev --window --screen
	@$(BIN)/pytest -q tests/e2e/drafting.py

torture: ## kill the program many times at work, and see what it lost
	@$(BOOTSTRAP) --dev
	@$(PYTHON_RUN) -m tests.torture

bench: ## measure the program against its bars and its peers
	@$(BOOTSTRAP) --dev --bench
	@$(PYTHON_RUN) -m tests.bench

corpus: ## read the published texts in ../shared/corpus, where it is there, and write them and read them back
	@$(BOOTSTRAP) --dev
	@$(PYTHON_RUN) -m tests.corpus

screenshots: ## draw every window to build/screenshots/
	@$(BOOTSTRAP) --dev --screen
	@$(PYTHON_RUN) -m tests.screenshots

# Addresses of package indexes stay out of the locks, so that each may be installed from any index.
COMPILE = build/uv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --extra build pyproject.toml
lock: ## choose and lock the newest Python packages that pyproject.toml allows
	python3 -m venv build/uv
	build/uv/bin/pip install --quiet 'uv<1'
	$(COMPILE) --extra dev --output-file requirements/dev.txt
	$(COMPILE) --constraint requirements/dev.txt --output-file requirements/run.txt
	for extra in conformance bench; do \
		$(COMPILE) --constraint requirements/dev.txt --extra $$extra \
			--output-file requirements/$$extra.txt || exit 1; \
	done

clean: ## remove what these targets made, .venv included
	rm -rf .venv build dist packaging/conformance/node_modules \
		.hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.PHONY: help run test soak torture lint check conformance e2e bench corpus screenshots lock clean
.DEFAULT_GOAL := help
