"""Every public name of the package says what it is."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import translator

FOLDER = Path(translator.__file__).parent
MODULES = [
    "translator",
    *(item.name for item in pkgutil.walk_packages([str(FOLDER)], "translator.") if "__main__" not in item.name),
]
DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def undocumented(tree):
    """The public modules, classes, functions and methods without a docstring, and how many there are in all."""
    found = [("module", tree)]

    def visit(body, path):
        for node in body:
            if isinstance(node, DEFINITIONS) and not node.name.startswith("_"):
                found.append((f"{path}{node.name}", node))
                if isinstance(node, ast.ClassDef):
                    visit(node.body, f"{path}{node.name}.")

    visit(tree.body, "")
    return [name for name, node in found if not (ast.get_docstring(node) or "").strip()], len(found)


def _tree(name):
    return ast.parse(Path(importlib.util.find_spec(name).origin).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MODULES)
def test_has_a_docstring(name):
    missing, _ = undocumented(_tree(name))
    assert missing == []


def test_the_search_for_docstrings_finds_what_lacks_one():
    tree = ast.parse('"""M."""\nclass A:\n    """A."""\n    def b(self): ...\n    def _c(self): ...\ndef d(): ...\n')
    assert undocumented(tree) == (["A.b", "d"], 4)


def test_all_are_many():
    assert sum(undocumented(_tree(name))[1] for name in MODULES) > 700


@pytest.mark.parametrize(
    "name", [name for name in MODULES if "__all__" in Path(importlib.util.find_spec(name).origin).read_text()]
)
def test_what_all_lists_is_there_and_explained(name):
    """Classes and functions by their docstring; constants by a text or comment where they are assigned."""
    module = importlib.import_module(name)
    for public in module.__all__:
        value = getattr(module, public)
        if not callable(value) and public != "__version__" and type(value).__name__ != "module":
            assert _explained(public), f"{name}.{public}"
        else:
            assert public == "__version__" or (value.__doc__ or "").strip(), f"{name}.{public}"


def _explained(constant):
    """Whether some module of the package assigns ``constant`` with a text below it, or a comment above or beside it."""
    for name in MODULES:
        lines = Path(importlib.util.find_spec(name).origin).read_text(encoding="utf-8").splitlines()
        for node, after in zip(body := _tree(name).body, [*body[1:], None], strict=True):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            if any(isinstance(target, ast.Name) and target.id == constant for target in targets):
                below = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                if below or "#" in lines[node.lineno - 1] or lines[node.lineno - 2].startswith("#"):
                    return True
    return False
