# Every habit of the project is a target here; `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
MEMBERS := libs/protos libs/client libs/kit libs/strata libs/reports libs/cli services/gateway services/auth services/jobs services/analyzer deploy/local
MANIFESTS := $(MEMBERS:%=%/pyproject.toml)
export PYTHONDONTWRITEBYTECODE ?= 1

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "} {printf "  %-18s %s\n", $$1, $$2}'

# ---------------------------------------------------------------- set-up

.PHONY: install
install: .venv/.installed .venv/.native .venv/.compiled libs/strata/strata/stack/linguist.json libs/strata/strata/licences/texts.npz frontend/dist/.built ## virtual environment, locked dependencies, dashboard, the gitstrata command

.venv/.installed: requirements.lock pyproject.toml $(MANIFESTS)
	@echo "installing the locked Python packages into .venv"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@awk '/^uv==/ {p = 1} p {print} p && !/\\$$/ {exit}' requirements.lock > .venv/uv.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock
	@$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation $(MEMBERS:%=-e ./%)
	@touch $@

# what reads a repository may write no compiled modules, and would compile all of the engine again for every analysis
SOURCES := $(shell find $(MEMBERS) -name node_modules -prune -o -name target -prune -o -name '*.py' -print 2>/dev/null)
.venv/.compiled: .venv/.installed $(SOURCES)
	@$(BIN)/python -m compileall -q $(MEMBERS:%=%/*/)
	@touch $@

NATIVE := libs/strata/native
.venv/.native: .venv/.installed $(NATIVE)/pyproject.toml $(NATIVE)/Cargo.toml $(NATIVE)/crates.lock $(wildcard $(NATIVE)/src/*.rs)
	@if ! command -v cargo > /dev/null; then echo "no cargo here: the history engine will do without its native core"; \
	else echo "building the native core of the history engine"; \
		{ $(PYTHON) $(NATIVE)/lock.py restore && MATURIN_PEP517_ARGS=--locked \
			$(BIN)/uv pip install --python $(BIN)/python --no-deps --no-build-isolation --reinstall ./$(NATIVE); } \
			> .venv/native.log 2>&1 \
			|| echo "that failed (.venv/native.log says why): the history engine will do without it"; fi
	@touch $@

LINGUIST := libs/strata/linguist
libs/strata/strata/stack/linguist.json: $(LINGUIST)/package-lock.json $(LINGUIST)/build.py .venv/.installed
	@echo "building the language data"
	@cd $(LINGUIST) && npm ci --no-audit --no-fund --loglevel=error
	@$(BIN)/python $(LINGUIST)/build.py

LICENCES := libs/strata/licences
libs/strata/strata/licences/texts.npz: $(LICENCES)/package-lock.json $(LICENCES)/build.py libs/strata/strata/licences/words.py .venv/.installed
	@echo "building the licence texts"
	@cd $(LICENCES) && npm ci --no-audit --no-fund --loglevel=error
	@$(BIN)/python $(LICENCES)/build.py

frontend/node_modules/.installed: frontend/package-lock.json
	@echo "installing the locked npm packages"
	@cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

FRONTEND := $(shell find frontend -path frontend/node_modules -prune -o -path frontend/dist -prune -o -type f -print 2>/dev/null)
frontend/dist/.built: frontend/node_modules/.installed $(FRONTEND)
	@echo "building the dashboard"
	@cd frontend && npm run --silent build
	@touch $@

# ---------------------------------------------------------------- the local stack

.PHONY: demo up down clean
demo: install ## run everything here and analyse a repository: REPO=url-or-path, EXIT=1 to stop after the summary
	@$(BIN)/python -m local_stack demo $(if $(REPO),--repo "$(REPO)") $(if $(EXIT),--exit)

up: install ## start the local stack in the foreground, RELOAD=1 to reload what is edited
	@$(BIN)/python -m local_stack up $(if $(RELOAD),--reload)

down: ## stop a running local stack
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m local_stack down; fi

clean: ## stop the local stack, remove its data and all that was built
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m local_stack clean; fi
	@find $(MEMBERS) -name __pycache__ -prune -exec rm -r {} +
	@rm -rf .local .venv frontend/node_modules frontend/dist \
		$(LINGUIST)/node_modules $(LICENCES)/node_modules $(NATIVE)/target $(NATIVE)/Cargo.lock \
		libs/strata/strata/stack/linguist.json libs/strata/strata/licences/texts.npz .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# ---------------------------------------------------------------- what must pass

.PHONY: test lint type unit integration browser
test: lint type unit integration browser ## everything that must pass before a change lands

lint: install ## format, lint, import contracts, proto rules, locks, the chart, generated code in step
	@echo "checking format, lint, imports, spelling, proto, locks, the chart and generated code"
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache > .venv/lint-imports.txt || { cat .venv/lint-imports.txt; exit 1; }
	@$(BIN)/codespell
	@$(BIN)/python scripts/check_proto.py
	@$(BIN)/python scripts/check_locks.py
	@$(BIN)/python scripts/check_chart.py
	@$(BIN)/python scripts/check_client.py
	@$(BIN)/python scripts/check_api.py
	@cd frontend && npm run --silent lint && npm run --silent client -- --check
	@if [ -d $(NATIVE)/target ] && command -v cargo-clippy cargo-fmt > /dev/null; then cd $(NATIVE) && cargo fmt --check && cargo clippy --locked --quiet -- -D warnings; fi

.PHONY: chart-check
chart-check: install ## the chart through kubeconform and kube-score, which Go builds
	@$(BIN)/python scripts/check_chart.py --thorough

type: install ## strict types: mypy and tsc
	@echo "checking types"
	@$(BIN)/mypy --no-error-summary
	@cd frontend && npm run --silent type

PYTEST := $(BIN)/python -m pytest
unit: install ## domain and library tests, no process started (dashboard's too)
	@$(PYTEST) tests/unit -n 2 -q
	@cd frontend && npm run --silent test

integration: install ## tests on real Postgres and real NATS
	@$(PYTEST) tests/integration -n 2 -q

browser: install ## the whole local stack, in real Chromium
	@$(BIN)/python -m tests.support.chromium
	@$(PYTEST) tests/e2e -q

.PHONY: chaos chaos-each
chaos: install ## faults of every kind strike a running stack while it works: N=20 SEED=1 ONLY="kill"
	@$(BIN)/python -m tests.chaos.mixed --n $(or $(N),20) --seed $(or $(SEED),1) --only "$(ONLY)"
chaos-each: install ## every fault once, as a test of its own
	@$(BIN)/python -m pytest tests/chaos -q

.PHONY: api-fuzz
api-fuzz: install ## every route with 20,000 odd requests, by schemathesis: EXAMPLES=600 SEED=1
	@$(BIN)/python -m tests.e2e.fuzz --examples $(or $(EXAMPLES),600) --seed $(or $(SEED),1)

.PHONY: zoo analyzer-endurance
zoo: install ## hostile and odd repositories, the heaviest too, with what each took
	@ZOO=1 $(PYTEST) tests/integration/analyzer/zoo -q -s --timeout 300 --durations 20
analyzer-endurance: install ## analyzers that are killed at work, and what is left afterwards: N=1000 SEED=1
	@$(BIN)/python -m tests.integration.analyzer.endurance --n $(or $(N),1000) --seed $(or $(SEED),1)

.PHONY: gitea-test
gitea-test: install ## sign-in, and reading private repositories, with a real Gitea that is built the first time
	@$(BIN)/python -m tests.support.gitea
	@$(PYTEST) tests/optional/gitea -q

.PHONY: screenshots
screenshots: install ## every page of the dashboard as PNG under .local/screenshots: REPO=path for another report
	@$(BIN)/python -m tests.support.chromium
	@$(BIN)/python -m tests.support.screenshots $(if $(REPO),"$(REPO)")

# ---------------------------------------------------------------- containers

# BASE_IMAGE, KIND_NODE_IMAGE, POSTGRES_IMAGE, NATS_IMAGE: other images than the public ones; IMAGE_TAG; KIND_NODES=1
export BASE_IMAGE KIND_NODE_IMAGE POSTGRES_IMAGE NATS_IMAGE IMAGE_TAG KIND_NODES KIND_CLUSTER
.PHONY: images kind-up kind-test kind-down
images: install ## container images of all services: BASE_IMAGE=image IMAGE_TAG=tag
	@deploy/docker/build.sh

kind-up: images ## a kind cluster with the chart in it, the dashboard at http://127.0.0.1:30080
	@$(BIN)/python -m deploy.kind up

kind-test: install ## what befalls a cluster: upgrade and rollback under load, killed pods, a drained node, uninstall
	@KIND_TEST=1 $(PYTEST) tests/kind -q -s --timeout 900 --durations 0 --durations-min 1

kind-down: install ## remove the kind cluster, and nothing else
	@$(BIN)/python -m deploy.kind down

# ---------------------------------------------------------------- what is measured

.PHONY: fuzz
fuzz: install ## coverage-guided fuzzing of every reader of manifests: SECONDS= for each, SEED=, READERS="npm:parse_yarn_lock …"
	@$(BIN)/python -m tests.fuzz $(if $(SECONDS),--seconds $(SECONDS)) $(if $(SEED),--seed $(SEED)) $(READERS)

.PHONY: equality bench-engine bench-pipeline bench-push bench-stack bench-api stack-rules
equality: install ## every line of public and random repositories beside git blame: REPOS="owner/name…"
	@$(BIN)/python -m tests.bench.equality $(REPOS)
	@$(BIN)/python -m tests.bench.generated

bench-pipeline: install ## what histories cost on a real Postgres, written to docs/benchmarks.md
	@$(BIN)/python -m tests.bench.pipeline
	@$(BIN)/python -m tests.bench.document

bench-push: install ## from a push to its result beside a full run, written to docs/benchmarks.md
	@$(BIN)/python -m tests.bench.push
	@$(BIN)/python -m tests.bench.document

bench-api: install ## the gateway beside a bare FastAPI route, idle streams, submissions, written to docs/benchmarks.md
	@$(BIN)/python -m tests.bench.api
	@$(BIN)/python -m tests.bench.document

bench-stack: install ## languages beside github-linguist (and TOKEI=program), dependencies beside cdxgen and the ecosystems' own tools, technologies beside stack-analyser: REPOS="owner/name…"
	@$(BIN)/python -m tests.bench.languages $(if $(TOKEI),--tokei $(TOKEI))
	@$(BIN)/python -m tests.bench.stack $(REPOS)
	@$(BIN)/python -m tests.bench.stack.resolvers
	@$(BIN)/python -m tests.bench.technologies.peer
	@$(BIN)/python -m tests.bench.document

stack-rules: install ## every rule of the stack detector on the real repository that proves it: RULES="id…"
	@$(BIN)/python -m tests.bench.technologies $(RULES)

bench-engine: install ## the engine beside its peers on public repositories, written to docs/benchmarks.md
	@$(BIN)/python -m tests.bench.engine $(REPOS)
	@$(BIN)/python -m tests.bench.growth
	@$(BIN)/python -m tests.bench.incremental
	@$(BIN)/python -m tests.bench.document

# ---------------------------------------------------------------- what is generated

.PHONY: proto lock openapi schema rules
proto: .venv/.installed ## regenerate the message classes from proto/
	@$(BIN)/python scripts/check_proto.py --write

openapi: schema ## regenerate the OpenAPI document, the Python client and the dashboard's
	@$(BIN)/python -m gateway.openapi > docs/openapi.json
	@$(BIN)/python scripts/check_client.py --write
	@$(MAKE) --no-print-directory frontend/node_modules/.installed
	@cd frontend && npm run --silent client

schema: .venv/.installed libs/strata/strata/stack/linguist.json libs/strata/strata/licences/texts.npz ## regenerate the report's JSON Schema
	@$(BIN)/python -m strata.schema > libs/strata/strata/report.schema.json

rules: .venv/.installed ## compile the rules of the stack detector, libs/strata/technologies, to what is shipped
	@$(BIN)/python libs/strata/technologies/build.py

lock: ## resolve dependencies again and write both lock files
	@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(BIN)/pip install --quiet uv; }
	@$(BIN)/uv pip compile --quiet pyproject.toml $(MANIFESTS) --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
		$$(sed -n 's/^name = "\(.*\)"/--no-emit-package \1/p' $(MANIFESTS)) -o requirements.lock
	@for folder in frontend $(LINGUIST) $(LICENCES) deploy/helm/tools; do \
		(cd $$folder && npm install --package-lock-only --no-audit --no-fund) && node frontend/lock.js $$folder/package-lock.json; \
	done
	@cd $(NATIVE) && cargo update && $(PYTHON) lock.py store
