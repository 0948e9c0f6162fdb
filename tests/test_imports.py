"""What an import costs: the heavy libraries are loaded only when they are needed."""

import subprocess
import sys

import pytest

HEAVY = [
    "argostranslate",
    "charset_normalizer",
    "ctranslate2",
    "docx",
    "lxml",
    "numpy",
    "rich",
    "sentencepiece",
    "trafilatura",
]


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import translator", id="import"),
        pytest.param("from translator.cli import run; run(['--help'])", id="help"),
        pytest.param("from translator.cli import run; run(['translate', '--help'])", id="translate-help"),
        pytest.param("from translator.cli import run; run(['--version'])", id="version"),
    ],
)
def test_heavy_libraries_are_not_imported(code):
    check = f"import sys; {code}; print(*(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stderr.split() == []


def test_a_plain_text_article_needs_no_office_or_html_library(tmp_path):
    (tmp_path / "a.txt").write_text("Il ministro è arrivato.", encoding="utf-8")
    code = (
        "import sys; from translator.cli import run;"
        f"run(['translate', {str(tmp_path / 'a.txt')!r}, '-q', '-o', '-', '-f', 'txt', '--model', 'starter']);"
        "print(*(name for name in ['docx', 'lxml', 'trafilatura', 'rich'] if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.split() == []


def test_public_names_are_there():
    import translator

    assert sorted(translator.__all__) == translator.__all__
    for name in translator.__all__:
        assert getattr(translator, name) is not None
    with pytest.raises(AttributeError, match="no attribute"):
        _ = translator.nothing
