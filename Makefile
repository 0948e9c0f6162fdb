# make demo   set everything up, translate the sample article, write build/demo/*.docx
# make test   set everything up, check style and types, run the whole test suite
# make lint   style and types only        make bench   the benchmarks that need no other data
# make docs   the site of the documentation in build/site    make pictures   its pictures of pages (LibreOffice, poppler)
# make gallery  the translations of the samples in docs/gallery, with their picture (LibreOffice, poppler)
# make clean  remove everything that was made

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: demo test lint bench docs pictures gallery clean

demo: $(INSTALLED)
	$(BIN)/translator translate samples/vertice-artico.txt -o build/demo/ -f docx -f txt -f json

test: lint
	$(BIN)/python -m pytest

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(INSTALLED)
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/engine.py --quick
	$(BIN)/python benchmarks/segmentation.py
	$(BIN)/python benchmarks/terms.py --quick
	$(BIN)/python benchmarks/adversarial.py
	$(BIN)/python benchmarks/checks.py
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/remedies.py
	$(BIN)/python benchmarks/review_document.py
	$(BIN)/python benchmarks/review_reading.py

docs: $(INSTALLED)
	$(BIN)/python docs/tools/reference.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "build/site/index.html"

pictures: $(INSTALLED)
	$(BIN)/python docs/tools/pictures.py

gallery: $(INSTALLED)
	$(BIN)/python docs/tools/gallery.py

$(INSTALLED): pyproject.toml
	@test -n "$(PYTHON)" || { echo "translator needs Python 3.11 or newer; install it, or run: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
