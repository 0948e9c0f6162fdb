"""Decoding with CTranslate2: a list of sentences in, a list of hypotheses for each out."""

from __future__ import annotations

import copy
import io
import sys
import unicodedata
from collections import deque
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from translator.errors import ModelError
from translator.translation.chunks import rejoin, split_long
from translator.translation.cores import available_cores
from translator.translation.model_file import compute_type, read_header
from translator.translation.tokenizer import open_tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import ctranslate2

    from translator.article import Span
    from translator.translation.argos import Package

# CTranslate2 batches by this many tokens (padding included). A fixed number: batches must not depend on the machine, since the
# sums of a batch are rounded together.
_BATCH_TOKENS = 512
# How many sentences are handed to CTranslate2 at a time: some seconds' work.
_GROUP = 128
_MODEL = "model.bin"


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to search: ``beam`` hypotheses are kept; a source of more than ``max_pieces`` subword pieces is cut at clauses.

    The starter model was trained on up to 120 pieces. A model that can take fewer has its own limit. ``no_repeat``: no run of
    so many pieces comes twice in a translation; 0 for no such rule.
    """

    beam: int = 4
    max_pieces: int = 120
    no_repeat: int = 0

    def __str__(self) -> str:
        no_repeat = f"|no-repeat:{self.no_repeat}" if self.no_repeat else ""
        return f"beam:{self.beam}|max-pieces:{self.max_pieces}{no_repeat}"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A translation and its score: the mean log-probability of its pieces (0 is certain)."""

    text: str
    score: float


class Decoder:
    """An open package. Loading takes the time of reading the model; an instance may be used for any number of articles.

    ``cores``: how many processor cores to use; without it all that this process may. Each decodes batches of its own, which
    takes two thirds of the processor time of sharing one batch, and the results do not depend on their number. Threads may
    share an instance. ``compute_type``: what the model is computed in (:func:`translator.translation.model_file.compute_type`).
    ``decoding``: the settings, with ``max_pieces`` no more than the model can take. Raises :class:`ModelError` when the
    package's files are damaged.
    """

    def __init__(self, package: Package, decoding: Decoding | None = None, *, cores: int | None = None) -> None:
        import ctranslate2  # noqa: PLC0415

        self.package = package
        self._tokenizer = open_tokenizer(package)
        folder = package.model_folder()
        try:
            files = {} if folder else package.model_files()
            with (folder / _MODEL).open("rb") if folder else io.BytesIO(files[_MODEL]) as file:
                self._header = read_header(file)
            self._translator: ctranslate2.Translator = ctranslate2.Translator(
                str(folder or package.location),
                device="cpu",
                compute_type=compute_type(self._header.weights, ctranslate2.get_supported_compute_types("cpu")),
                files=files or None,
                inter_threads=cores or available_cores(),
                intra_threads=1,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelError(
                f"{package.location}: the model cannot be loaded ({_one_line(error)}); install or download the package again"
            ) from error
        self.compute_type: str = self._translator.compute_type
        chosen = decoding or Decoding()
        self.decoding = replace(chosen, max_pieces=min(chosen.max_pieces, self._positions()))

    @cached_property
    def model_sha256(self) -> str:
        """The package's hash, taken once: a model may have hundreds of megabytes."""
        return self.package.sha256()

    @property
    def settings(self) -> str:
        """What decides the results besides package and version: for the signature, and as a key of what was translated."""
        own = self.compute_type.startswith(self._header.weights)
        return f"{self.decoding}" if own else f"{self.decoding}|compute:{self.compute_type}"

    def varied(self, *, max_pieces: int | None = None, no_repeat: int = 0) -> Decoder:
        """The same open model, searching otherwise: longest clause in pieces, and runs of pieces that come once at most."""
        other = copy.copy(self)
        other.decoding = replace(
            self.decoding, max_pieces=min(max_pieces or self.decoding.max_pieces, self.decoding.max_pieces), no_repeat=no_repeat
        )
        return other

    def decode(
        self,
        sentences: Sequence[str],
        *,
        hypotheses: int = 1,
        max_pieces: int | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate ``sentences``, each into up to ``hypotheses`` (at most the beam) alternatives, the best first.

        ``max_pieces``: cut into clauses of so many pieces, instead of what the decoder was set to. ``progress`` is called
        with the number of sentences done so far. A word too long for the model (a long address, say) is copied. A sentence
        without anything to translate gives one empty hypothesis.
        """
        marks = self.package.term_markup
        limit = min(max_pieces or self.decoding.max_pieces, self.decoding.max_pieces)
        sizes = map(len, self._tokenizer.encode(sentences))
        parts = [
            [sentence] if size <= limit else split_long(sentence, limit, self._size, marks)
            for sentence, size in zip(sentences, sizes, strict=True)
        ]
        # The same sentence again has the same translation, whatever stands beside it in a batch.
        flat = list(dict.fromkeys(part for sentence in parts for part in sentence))
        pieces = self._tokenizer.encode(flat)
        number = min(hypotheses, self.decoding.beam)
        found = [[Hypothesis(part, 0.0)] * number for part in flat]
        fitting = [at for at, part in enumerate(pieces) if len(part) <= self.decoding.max_pieces]
        for done, (at, result) in enumerate(self._search(pieces, fitting, number), 1):
            found[at] = self._hypotheses(result)
            if progress is not None:
                progress(done * len(sentences) // len(fitting))
        known = dict(zip(flat, found, strict=True))
        return [_combine([known[part] for part in sentence], sentence) for sentence in parts]

    def _search(
        self, pieces: Sequence[list[str]], wanted: Sequence[int], hypotheses: int
    ) -> Iterator[tuple[int, ctranslate2.TranslationResult]]:
        """Decode the sentences at the indices ``wanted``, long ones first; yields each index with its result.

        Sentences are handed over in groups, one group ahead of the results, so that an interrupt waits for little.
        """
        order = sorted(wanted, key=lambda at: -len(pieces[at]))
        groups = [order[start : start + _GROUP] for start in range(0, len(order), _GROUP)]
        pending: deque[tuple[int, ctranslate2.AsyncTranslationResult]] = deque()
        for ahead in (*groups, []):
            waiting = len(pending)
            if ahead:
                submitted = self._translator.translate_batch(
                    [pieces[at] for at in ahead],
                    beam_size=self.decoding.beam,
                    num_hypotheses=hypotheses,
                    return_scores=True,
                    max_batch_size=_BATCH_TOKENS,
                    batch_type="tokens",
                    max_input_length=0,
                    max_decoding_length=self._longest(),
                    no_repeat_ngram_size=self.decoding.no_repeat,
                    asynchronous=True,
                )
                pending.extend(zip(ahead, submitted, strict=True))
            for _ in range(waiting):
                at, result = pending.popleft()
                yield at, result.result()

    def complete(
        self,
        sentences: Sequence[str],
        targets: Sequence[str],
        spans: Sequence[Span],
        forms: Sequence[str],
        *,
        places: Sequence[int],
    ) -> list[list[Hypothesis]]:
        """Translate each of ``sentences`` anew with a form forced into it, in so many ``places``, the likeliest first.

        The form goes where the translation at hand, in ``targets``, attends most to the words at the sentence's span: it is
        kept up to there, the form put after it, and the search finishes the sentence (CTranslate2's ``target_prefix``).
        Sentences too long for the model give no candidate. Attention is that of the decoder's last layer; it is only a hint
        where to try.
        """
        pieces = self._tokenizer.encode(sentences)
        short = [at for at, part in enumerate(pieces) if 0 < len(part) <= self.decoding.max_pieces]
        # The model reads what it wrote: nothing is searched for, so one beam will do.
        attended = self._translator.translate_batch(
            [pieces[at] for at in short],
            target_prefix=self._tokenizer.encode([targets[at] for at in short]),
            beam_size=1,
            return_attention=True,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            max_decoding_length=self._longest(),
        )
        owners, sources, prefixes = [], [], []
        for at, result in zip(short, attended, strict=True):
            first, last = (self._size(sentences[at][:offset]) for offset in (spans[at].start, spans[at].end))
            target = result.hypotheses[0]
            for place in _most_attending(target, result.attention[0], range(first, max(last, first + 1)), places[at]):
                owners.append(at)
                sources.append(pieces[at])
                prefixes.append([*target[:place], *self._tokenizer.encode([forms[at]])[0]])
        found: list[list[Hypothesis]] = [[] for _ in sentences]
        if sources:
            finished = self._translator.translate_batch(
                sources,
                target_prefix=prefixes,
                beam_size=self.decoding.beam,
                return_scores=True,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                max_decoding_length=self._longest(),
                no_repeat_ngram_size=self.decoding.no_repeat,
            )
            for owner, result in zip(owners, finished, strict=True):
                found[owner] += self._hypotheses(result)
        return found

    def _longest(self) -> int:
        """How many pieces a translation may have."""
        return min(max(2 * self.decoding.max_pieces, 64), self._positions())

    def _positions(self) -> int:
        """How many pieces a text may have for the model, beside the marks of its start and end."""
        return sys.maxsize if self._header.positions is None else max(self._header.positions - 2, 1)

    def _size(self, sentence: str) -> int:
        return len(self._tokenizer.encode([sentence])[0])

    def _hypotheses(self, result: ctranslate2.TranslationResult) -> list[Hypothesis]:
        return [
            Hypothesis(unicodedata.normalize("NFC", self._tokenizer.decode(pieces)).strip(), float(score))
            for pieces, score in zip(result.hypotheses, result.scores, strict=True)
        ]


def _combine(parts: list[list[Hypothesis]], sources: list[str]) -> list[Hypothesis]:
    """The n-best list of a sentence that was decoded in parts: its parts' best together, then their second best, and so on."""
    if len(parts) == 1:
        return parts[0]
    return [
        Hypothesis(rejoin([part.text for part in ranks], sources), sum(part.score for part in ranks) / len(ranks))
        for ranks in zip(*parts, strict=False)
    ]


def _most_attending(target: Sequence[str], attention: Sequence[Sequence[float]], source: range, number: int) -> list[int]:
    """The starts of the words in ``target`` whose pieces attend most to the ``source`` pieces, the strongest first.

    Words are told by SentencePiece's mark; without it every piece counts as a word.
    """
    marked = any(piece.startswith("▁") for piece in target)
    strength: dict[int, float] = {}
    start = 0
    for at, piece in enumerate(target):
        if not marked or piece.startswith("▁"):
            start = at
        attended = sum(attention[at][position] for position in source if position < len(attention[at]))
        strength[start] = strength.get(start, 0.0) + attended
    return sorted(strength, key=lambda at: -strength[at])[:number]


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
