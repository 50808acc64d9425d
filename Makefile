.PHONY: check format test

check:  ## what continuous integration checks, in the environment at hand
	ruff format --check .
	ruff check .
	mypy
	python -m pytest

format:
	ruff format .
	ruff check --fix .

test:
	python -m pytest
