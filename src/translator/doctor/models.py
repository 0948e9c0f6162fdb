"""The models on this machine: which one would be used, whether it is as it was recorded, and which others there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.doctor.result import Facts, Result, Verdict, size
from translator.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translator.translation import Package

_STARTER_DETAIL = "the small starter model, for trying out"
_FULL_MODEL = "for real work install the full model: translator models install it en"


def check_models(model: str | None) -> Iterator[Result]:
    """What ``translate --model`` with this value (None: without it) would use, its verification, and what else is there.

    Raises :class:`ImportError` and :class:`OSError` where the packages' folder cannot be asked for.
    """
    from translator.translation import installed_packages, open_package, starter_package  # noqa: PLC0415
    from translator.translation.argos import broken_packages  # noqa: PLC0415

    try:
        package = open_package(model)
        yield _used(package)
        yield _verified(package)
    except ModelError as error:
        what, _, remedy = str(error).rpartition("; ")
        yield Result("models", "model", Verdict.FAULT, what, remedy)
        package = None
    for other in (*installed_packages(), starter_package()):
        if package is None or other.location != package.location:
            facts: Facts = {"name": other.name, "version": other.version, "location": str(other.location)}
            yield Result("models", "other model", Verdict.INFO, f"{other.name} {other.version} ({other.origin})", facts=facts)
    for problem in broken_packages():
        what, _, remedy = problem.rpartition("; ")
        yield Result("models", "broken model", Verdict.WARNING, what, f"{remedy}, or remove that folder")
    yield _folder()


def _used(package: Package) -> Result:
    facts: Facts = {
        "name": package.name,
        "version": package.version,
        "origin": package.origin,
        "location": str(package.location),
        "bytes": package.files.size(),
        "sha256": package.sha256(),
    }
    detail = f"{package.name} {package.version}, {size(package.files.size())}, sha256 {package.sha256()[:12]}…"
    if package.origin == "shipped":
        return Result("models", "model", Verdict.OK, f"{detail}: {_STARTER_DETAIL}", _FULL_MODEL, facts)
    return Result("models", "model", Verdict.OK, f"{detail} ({package.location})", facts=facts)


def _verified(package: Package) -> Result:
    """What ``models verify`` says of the package."""
    from translator.models import verify  # noqa: PLC0415

    if package.origin not in {"shipped", "installed"}:
        return Result("models", "model's files", Verdict.INFO, "nothing is on record of a file or folder that --model names")
    try:
        (found,) = verify(package.name)
    except ModelError as error:
        what, _, remedy = str(error).rpartition("; ")
        return Result("models", "model's files", Verdict.WARNING, what, remedy)
    facts: Facts = {"files": found.files, "differences": len(found.differences)}
    if found.differences:
        listed = ", ".join(f"{item.file} {item.what}" for item in found.differences)
        remedy = "install the model again; if you know why, run: translator models verify NAME --accept"
        if package.origin == "shipped":
            remedy = "install translator again: pip install --force-reinstall --no-deps translator (or the wheel, or the clone)"
        return Result("models", "model's files", Verdict.WARNING, f"not as recorded: {listed}", remedy, facts)
    if not found.files:
        return Result("models", "model's files", Verdict.INFO, "not on record: installed by another program, or from source")
    return Result("models", "model's files", Verdict.OK, f"{found.files} files as recorded", facts=facts)


def _folder() -> Result:
    """Whether models can be installed."""
    from translator.models.folder import packages_folder  # noqa: PLC0415

    try:
        folder = packages_folder()
    except ModelError as error:
        what, _, remedy = str(error).rpartition("; ")
        return Result("models", "models' folder", Verdict.WARNING, f"{what}: no model can be installed", remedy)
    return Result("models", "models' folder", Verdict.OK, str(folder), facts={"path": str(folder)})
