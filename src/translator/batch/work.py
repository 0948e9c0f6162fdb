"""One article from its bytes to the bytes of its outputs, in whatever process the work is done."""

from __future__ import annotations

import threading
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from translator import reading
from translator.batch.errors import ArticleTooLargeError, UnexpectedError
from translator.errors import ModelError, TranslatorError
from translator.pipeline import Translator, segment
from translator.reading.decoding import decode
from translator.reading.files import printable
from translator.translation import Decoder, Decoding, open_package
from translator.writing import render

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from translator.article import Article
    from translator.batch.materials import Materials
    from translator.translation.memory.store import Memory

_TEXT_BYTES = 5_000_000  # of UTF-8
_SEGMENT_BYTES = 250  # a long segment; what more segments allowed add to the text allowed
# How many times the text allowed is not even read: markup is a few times the text, a Word document's pictures count as well,
# and plain text takes four bytes a character at most (UTF-32).
_MOST_MARKUP = 20
_MOST_FILE = {".docx": 100, ".html": _MOST_MARKUP, ".htm": _MOST_MARKUP}
_MOST_PLAIN = 4


@dataclass(frozen=True, slots=True)
class Recipe:
    """What all articles of a run have in common.

    ``model`` is a reference for :func:`~translator.translation.open_package`, ``model_sha256`` what it must be. ``memory`` is
    the path of a translation memory; None for none.
    """

    model: str | None
    model_sha256: str
    decoding: Decoding
    max_segments: int
    memory: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An article to be translated: its ``number``, its file's name, ending and bytes, and the number of its materials.

    ``date`` is the day printed on outputs.
    """

    number: int
    name: str
    suffix: str
    data: bytes
    materials: int
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order: the ``outputs`` by format, and what the manifest says of them; or the ``error``."""

    number: int
    outputs: tuple[tuple[str, bytes], ...] = ()
    signature: str = ""
    segments: int = 0
    terms: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    terms_sha256: str = ""
    seconds: float = 0.0
    error: TranslatorError | None = None


class Workbench:
    """An open model and the materials of a run, shared by the threads of a process; each thread has translators of its own.

    ``cores``: how many processor cores to use. The model is loaded when it is first needed, once.
    """

    def __init__(self, recipe: Recipe, materials: dict[int, Materials], *, cores: int) -> None:
        self.recipe = recipe
        self.materials = materials
        self._cores = cores
        self._decoder: Decoder | None = None
        self._opening = threading.Lock()
        self._own = threading.local()

    def decoder(self) -> Decoder:
        """The open model. Raises :class:`ModelError`, also when it is not the model that the run began with."""
        with self._opening:
            if self._decoder is None:
                package = open_package(self.recipe.model)
                if package.sha256() != self.recipe.model_sha256:
                    raise ModelError(
                        f"{package.location}: is another model than the run began with; use the same package everywhere"
                    )
                self._decoder = Decoder(package, self.recipe.decoding, cores=self._cores)
            return self._decoder

    def translator(self, number: int) -> Translator:
        """The calling thread's translator with the materials of that number."""
        translators: dict[int, Translator] | None = getattr(self._own, "translators", None)
        if translators is None:
            translators = self._own.translators = {}
        if number not in translators:
            materials = self.materials[number]
            translators[number] = Translator(
                glossaries=materials.glossaries,
                name_guard=materials.settings.name_guard,
                remedies=materials.settings.remedies,
                abbreviations=materials.abbreviations,
                decoder=self.decoder(),
                memory=self._memory(),
                style=materials.settings.style,
            )
        return translators[number]

    def _memory(self) -> Memory | None:
        """The calling thread's open translation memory: a connection belongs to one thread."""
        if self.recipe.memory is None:
            return None
        memory: Memory | None = getattr(self._own, "memory", None)
        if memory is None:
            from translator.translation.memory.store import Memory  # noqa: PLC0415 - loads sqlite3

            memory = self._own.memory = Memory(Path(self.recipe.memory))
            self._own.told = 0
        return memory

    def memory_notes(self) -> tuple[str, ...]:
        """What the calling thread's memory has to tell since the last call, one line each."""
        memory = self._memory()
        if memory is None:
            return ()
        notes = memory.notes[self._own.told :]
        self._own.told += len(notes)
        return notes


def attempt(order: Order, bench: Workbench) -> Outcome:
    """:func:`translate_one`, with whatever goes wrong on this article as an outcome. Raises :class:`ModelError`."""
    start = time.perf_counter()
    try:
        outcome = translate_one(order, bench)
    except ModelError:
        raise  # no other article would fare better
    except TranslatorError as error:
        outcome = Outcome(order.number, error=error)
    except Exception as error:  # noqa: BLE001 - one bad article never stops the rest
        text = f"{type(error).__name__}: {' '.join(str(error).split())}"
        message = f"{printable(order.name)}: a mistake in this program ({text}); please report it with the article"
        outcome = Outcome(order.number, error=UnexpectedError(message))
    return replace(outcome, seconds=round(time.perf_counter() - start, 3))


def translate_one(order: Order, bench: Workbench) -> Outcome:
    """Read, translate and render one article. Raises :class:`TranslatorError`."""
    materials = bench.materials[order.materials]
    settings = materials.settings
    article = read_order(order, materials, max_segments=bench.recipe.max_segments)
    article = bench.translator(order.materials).translate(article)
    return Outcome(
        order.number,
        outputs=tuple((name, render(article, name, date=order.date, docx=settings.document)) for name in settings.formats),
        signature=str(article.signature),
        segments=sum(1 for _ in article.segments()),
        terms=dict(sorted(Counter(str(use.status) for item in article.segments() for use in item.terms).items())),
        findings=dict(sorted(Counter(finding.code for item in article.segments() for finding in item.findings).items())),
        notes=(*article.notes, *bench.memory_notes()),
        terms_sha256=materials.terms_sha256(article),
    )


def read_order(order: Order, materials: Materials, *, max_segments: int) -> Article:
    """The article of ``order`` in segments. Raises :class:`InputError`, :class:`ArticleTooLargeError` among them."""
    most = most_bytes(max_segments)
    _check_size(order, most)
    article = reading.read_bytes(
        order.data, name=order.name, suffix=order.suffix, keep_boilerplate=materials.settings.keep_boilerplate
    )
    if len(article.text.encode("utf-8", "surrogatepass")) > most:
        raise too_large(order.name, most)
    article = segment(article, materials.abbreviations)
    number = sum(1 for _ in article.segments())
    if number > max_segments:
        raise ArticleTooLargeError(
            f"{printable(order.name)}: has {number} segments, more than {max_segments}; cut it up, or raise --max-segments"
        )
    return article


def most_bytes(max_segments: int) -> int:
    """How much text an article may have, in bytes of UTF-8."""
    return max(_TEXT_BYTES, max_segments * _SEGMENT_BYTES)


def most_file_bytes(suffix: str, max_segments: int) -> int:
    """How large a file that ends with ``suffix`` may be so that its text can be small enough."""
    return _MOST_FILE.get(suffix.casefold(), _MOST_PLAIN) * most_bytes(max_segments)


def too_large(name: str, most: int) -> ArticleTooLargeError:
    """The error for an article of more than ``most`` bytes of text."""
    return ArticleTooLargeError(
        f"{printable(name)}: has more than {most // 1_000_000} MB of text; cut it up, or raise --max-segments"
    )


def _check_size(order: Order, most: int) -> None:
    """Refuse what is surely too large before it is read: reading takes many times the size in memory."""
    kind = order.suffix.casefold()
    if kind == ".docx":
        size = _unpacked_size(order.data)
        if size > _MOST_MARKUP * most:
            raise too_large(order.name, most)
    elif kind not in _MOST_FILE and len(order.data) > most:
        text = decode(order.data, name=printable(order.name)).text  # in UTF-16 or UTF-32 it may be short enough
        if len(text.encode("utf-8", "surrogatepass")) > most:
            raise too_large(order.name, most)


def _unpacked_size(document: bytes) -> int:
    """The size of a Word document's text part, in bytes; 0 when there is none, which the reader will say."""
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            return archive.getinfo("word/document.xml").file_size
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError):
        return 0
