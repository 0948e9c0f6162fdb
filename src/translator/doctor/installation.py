"""The Python that runs, and the packages that this tool needs, against what its distribution asks for."""

from __future__ import annotations

import importlib
import importlib.util
import platform
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from translator.doctor.result import Facts, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DISTRIBUTION = "translator"
_LEAST_PYTHON = (3, 11)
# Our own requirements have this form only (a test looks after that), so no library is needed to read them.
_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[\w,.-]+\])?\s*(?:>=\s*([\d.]+))?\s*(?:;\s*extra == ['\"]([\w-]+)['\"])?")
# The module of a distribution where that is not its name with an underscore for each hyphen.
_MODULES = {"argos-translate-lt": "argostranslate", "python-docx": "docx"}
# What cannot be done without a package; without any other nothing can be translated.
_NEEDED_FOR = {
    "charset-normalizer": "text files that are not UTF-8 cannot be read",
    "python-docx": "Word documents cannot be read",
    "openpyxl": "Excel glossaries cannot be read",
    "watchfiles": "'translator watch' does not work",
}
_EXTRAS = {
    "html": "web pages cannot be read",
    "cluster": "batches cannot be given to a Dask cluster",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package that the distribution asks for: its name, the least version (empty for any), and the extra it belongs to."""

    name: str
    least: str = ""
    extra: str = ""

    @property
    def module(self) -> str:
        """What is imported of it."""
        return _MODULES.get(self.name, self.name.replace("-", "_"))


def parse(line: str) -> Requirement:
    """The requirement in a line of a distribution's metadata. Raises :class:`ValueError` for a form that we do not use.

    Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
    """
    match = _REQUIREMENT.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"{line!r} is no requirement of the form NAME>=VERSION")
    name, least, extra = match.groups(default="")
    return Requirement(name.lower().replace("_", "-"), least, extra)


def release(version: str) -> tuple[int, ...]:
    """The numbers at the start of a version, which order it: ``1.26.0rc1`` gives ``(1, 26)``, as ``1.26`` does."""
    numbers: list[int] = []
    for part in version.split("."):
        digits = re.match(r"\d+", part)
        if digits is None:
            break
        numbers.append(int(digits[0]))
        if digits[0] != part:
            break
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def check_python(version: tuple[int, ...] = tuple(sys.version_info[:3])) -> Result:
    """The ``version`` of Python, that of the running one if not given."""
    number = ".".join(map(str, version))
    facts: Facts = {"version": number, "executable": sys.executable, "system": platform.platform()}
    detail = f"{number} on {platform.system()} ({sys.executable})"
    if version[:2] >= _LEAST_PYTHON:
        return Result("python", "Python", Verdict.OK, detail, facts=facts)
    least = ".".join(map(str, _LEAST_PYTHON))
    remedy = f"install Python {least} or newer, and translator for it"
    return Result("python", "Python", Verdict.FAULT, f"{detail}: {least} or newer is needed", remedy, facts)


def check_packages() -> Iterator[Result]:
    """The packages that are needed: one result for those in order, one for each that is not; then one for each extra."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        yield Result(
            "packages",
            "translator",
            Verdict.WARNING,
            "runs from its source and is not installed, so what it needs is not known",
            "in the folder of the source run: pip install .",
        )
        return
    requirements = [parse(line) for line in lines]
    needed = [item for item in requirements if not item.extra]
    results = [_package(item) for item in needed]
    good = [result for result in results if result.verdict is Verdict.OK]
    facts: Facts = {result.what: result.facts["version"] for result in good}
    yield Result("packages", "packages", Verdict.OK, f"{len(good)} of {len(needed)} in order", facts=facts)
    yield from (result for result in results if result.verdict is not Verdict.OK)
    for extra, without in _EXTRAS.items():
        yield _extra(extra, [item for item in requirements if item.extra == extra], without)


def _package(item: Requirement) -> Result:
    facts: Facts = {"version": None, "needed": item.least or None}
    without = _NEEDED_FOR.get(item.name, "")
    missing = Verdict.WARNING if without else Verdict.FAULT
    tail = f"; {without}" if without else ""
    install = f'pip install "{item.name}{f">={item.least}" if item.least else ""}"'
    try:
        facts["version"] = version = metadata.version(item.name)
        importlib.import_module(item.module)
    except metadata.PackageNotFoundError:
        return Result("packages", item.name, missing, f"is not installed{tail}", install, facts)
    except (ImportError, OSError) as error:
        reason = " ".join(str(error).split())
        again = f"{install} --force-reinstall"
        return Result("packages", item.name, missing, f"is installed but does not load ({reason}){tail}", again, facts)
    if release(version) < release(item.least):
        detail = f"{version} is older than {item.least}, with which translator was tested"
        return Result("packages", item.name, Verdict.WARNING, detail, install, facts)
    return Result("packages", item.name, Verdict.OK, version, facts=facts)


def _extra(extra: str, items: Sequence[Requirement], without: str) -> Result:
    """An optional part; its packages are looked for, but not loaded: some take seconds."""
    facts: Facts = {item.name: _found(item) for item in items}
    missing = [name for name, version in facts.items() if version is None]
    if not missing:
        detail = ", ".join(f"{name} {version}" for name, version in facts.items())
        return Result("packages", f"extra {extra}", Verdict.INFO, detail, facts=facts)
    detail = f"without {' and '.join(missing)}: {without}"
    install = " ".join(f'"{item.name}>={item.least}"' for item in items if item.name in missing)
    return Result("packages", f"extra {extra}", Verdict.INFO, detail, f"if you want that: pip install {install}", facts)


def _found(item: Requirement) -> str | None:
    try:
        version = metadata.version(item.name)
        return version if importlib.util.find_spec(item.module) else None
    except (metadata.PackageNotFoundError, ImportError):
        return None
