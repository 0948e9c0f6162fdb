"""The adversarial set of ``benchmarks/data``, through the product, with the set's glossary before the shipped ones."""

import importlib.util
import sys
from pathlib import Path

import pytest

from translator.glossary import load, shipped_names
from translator.pipeline import Translator

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("adversarial", BENCHMARKS / "adversarial.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["adversarial"] = module  # where its data classes look for their annotations
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def results(benchmark):
    own = load(BENCHMARKS / "data" / "adversarial-glossary.csv")
    return benchmark.run(Translator(glossaries=[own, *shipped_names()]))


def test_the_set_is_large_enough(benchmark):
    cases = benchmark.cases()
    assert len(cases) >= 150
    assert len({case.identity for case in cases}) == len(cases)


def test_names_and_terms_are_right(benchmark, results):
    """At least 98 % of the segments with a name or term; ordinary words that look like names are a group of their own."""
    wrong = {
        case.identity: (results[case.identity][0], results[case.identity][1])
        for case in benchmark.cases()
        if case.group != "lookalike" and results[case.identity][1]
    }
    number = sum(case.group != "lookalike" for case in benchmark.cases())
    assert len(wrong) <= 0.02 * number, wrong


def test_no_mark_leaks(results):
    assert not [target for target, _, _ in results.values() if "⟦" in target or "⟧" in target or "__" in target]
