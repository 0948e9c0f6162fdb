"""The index of Argos packages, and installing the Italian→English one that it offers."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from translator.errors import ModelError
from translator.models.archive import RefusedError, check_archive
from translator.models.download import LinkError, OtherFileError, download, fetch, is_web_link
from translator.models.folder import only_one, packages_folder
from translator.models.install import Installed, put_in_folder
from translator.models.known import KNOWN, Expected, identifier, is_version
from translator.models.record import Seen, load_record, save_record, today
from translator.translation import installed_packages
from translator.translation.argos import version_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Where Argos Translate looks if it is not told otherwise; only then are addresses used that the index did not give.
_DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
# The index has about 100 entries in 50 kB.
_MAX_INDEX = 8 << 20
_OFFLINE = "check the connection, or download the package elsewhere and run: translator models install FILE"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package to be had: its version, and addresses to try in this order."""

    version: str
    links: tuple[str, ...]


def index_link() -> str:
    """The index's address: ``index.json`` under ``ARGOS_PACKAGE_INDEX``, or under Argos Translate's own."""
    packages_folder()  # an error in making Argos Translate's folders is told better there
    from argostranslate import settings  # noqa: PLC0415 - creates folders on import

    return f"{str(settings.package_index).rstrip('/')}/index.json"


def find_offer(note: Callable[[str], None]) -> Offer:
    """The newest Italian→English package in the index. Raises :class:`ModelError`.

    Where Argos Translate's own index cannot be reached, the newest one that is known beforehand.
    """
    link = index_link()
    note(f"Asking {link}")
    known = max(KNOWN.values(), key=lambda package: version_key(package.version))
    try:
        offer = _newest(_entries(link), link)
    except LinkError as error:
        if link != _DEFAULT_INDEX:
            raise _advised(error, _OFFLINE) from error
        note(str(error))
        return Offer(known.version, known.links)
    if link == _DEFAULT_INDEX and identifier(offer.version) in KNOWN:
        links = dict.fromkeys((*offer.links, *KNOWN[identifier(offer.version)].links))
        return replace(offer, links=tuple(links))
    return offer


def _entries(link: str) -> list[object]:
    try:
        entries = json.loads(fetch(link, limit=_MAX_INDEX))
    except (ValueError, RecursionError) as error:
        raise LinkError(f"{link}: is not an index of packages (no JSON)") from error
    if not isinstance(entries, list):
        raise LinkError(f"{link}: is not an index of packages (no list)")
    return entries


def _newest(entries: list[object], link: str) -> Offer:
    offers = list(_offers(entries, link))
    if not offers:
        raise ModelError(f"{link}: has no Italian→English package with an https address; {_OFFLINE}")
    return max(offers, key=lambda offer: version_key(offer.version))


def _offers(entries: list[object], link: str) -> Iterator[Offer]:
    for entry in entries:
        match entry:
            case {"from_code": "it", "to_code": "en", "package_version": str(version), "links": [*links], **others}:
                usable = _in_order([_absolute(link, item) for item in links if isinstance(item, str)], link)
                if is_version(version) and others.get("type", "translate") == "translate" and usable:
                    yield Offer(version, usable)
            case _:
                continue


def _in_order(links: list[str], index: str) -> tuple[str, ...]:
    """The addresses that can be used: https first, http only for an index that is itself taken from http, no others."""
    schemes = ("https", "http") if is_web_link(index, ["http"]) else ("https",)
    return tuple(link for scheme in schemes for link in links if is_web_link(link, [scheme]))


def _absolute(index: str, link: str) -> str:
    """``link``, which may be given in relation to the index's address; nothing if it is no address at all."""
    try:
        return urljoin(index, link)
    except ValueError:
        return ""


def install_newest(
    *,
    sha256: str | None = None,
    force: bool = False,
    note: Callable[[str], None],
    progress: Callable[[int, int | None], None],
) -> Installed | None:
    """Download the newest Italian→English package of the index and install it; None if it is installed already.

    ``sha256``: what the file must be, instead of what is known of it or was seen first. ``force``: also if it is installed. For
    ``note`` and ``progress`` see :func:`translator.models.download.download`. Raises :class:`ModelError`; then
    nothing has changed but the ``.part`` file, from which the next call goes on.
    """
    offer = find_offer(note)
    if not force and any(version_key(item.version) >= version_key(offer.version) for item in installed_packages()):
        return None
    name = identifier(offer.version)
    seen = load_record().seen.get(name)
    expected = _expected(name, sha256, seen)
    folder = _downloads()
    part = folder / f"{name}.part"
    with only_one(folder):
        try:
            link, found = download(offer.links, part, expected=expected, note=note, progress=progress)
        except LinkError as error:
            advice = _advice(error, part, seen if sha256 is None and name not in KNOWN else None)
            raise _advised(error, advice) from error
        try:
            done = put_in_folder(part, check_archive(part), found, source=link, force=force)
        except RefusedError as error:
            part.unlink(missing_ok=True)
            raise RefusedError(f"{link}: {error}".replace(f"{part}: ", "")) from error
        record = load_record()
        record.seen[name] = Seen(found, part.stat().st_size, link, today())
        save_record(record)
        for done_with in folder.glob("*.part"):  # of older versions too
            done_with.unlink()
    return done


def _expected(name: str, sha256: str | None, seen: Seen | None) -> Expected | None:
    if sha256 is not None:
        return Expected(sha256.lower())
    if name in KNOWN:
        return KNOWN[name].expected
    return Expected(seen.sha256) if seen else None


def _advised(error: LinkError, advice: str) -> LinkError:
    """The same kind of error, with what to do."""
    message = f"{error}; {advice}"
    return OtherFileError(message, error.sha256) if isinstance(error, OtherFileError) else type(error)(message)


def _advice(error: LinkError, part: Path, seen: Seen | None) -> str:
    if isinstance(error, OtherFileError):
        if seen is None:
            return "try again later, or get the package elsewhere and run: translator models install FILE"
        return f"it was another on {seen.date}; if its publisher says that it changed, accept it with --sha256 {error.sha256}"
    if part.exists() and part.stat().st_size:
        return "what was downloaded is kept; run the command again to go on"
    return _OFFLINE


def _downloads() -> Path:
    import platformdirs  # noqa: PLC0415

    folder = Path(platformdirs.user_cache_dir("translator", appauthor=False)) / "downloads"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ModelError(f"{folder}: cannot be made ({error.strerror}); change its permissions") from error
    return folder
