"""The two kinds of tokenizer that Argos packages carry."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

from translator.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.translation.argos import Package


class Tokenizer(Protocol):
    """Text to subword pieces and back."""

    def encode(self, sentences: Sequence[str]) -> list[list[str]]:
        """The pieces of each sentence."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of a sentence's pieces."""
        ...


class SentencePieceTokenizer:
    """``sentencepiece.model``: what all current packages use."""

    def __init__(self, model: bytes) -> None:
        import sentencepiece  # noqa: PLC0415

        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)

    def encode(self, sentences: Sequence[str]) -> list[list[str]]:
        """The pieces of each sentence."""
        pieces: list[list[str]] = self._processor.encode(list(sentences), out_type=str)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of a sentence's pieces."""
        # Older packages' vocabularies leave the word mark in some pieces; a genuine underscore stays.
        text: str = self._processor.decode(list(pieces))
        return text.replace("▁", " ")


class BpeTokenizer:
    """``bpe.model``: Moses tokenization and byte-pair encoding (the codes file of subword-nmt), as in the first packages."""

    def __init__(self, codes: bytes) -> None:
        from argostranslate.apply_bpe import BPE  # noqa: PLC0415
        from sacremoses import MosesDetokenizer, MosesPunctNormalizer, MosesTokenizer  # noqa: PLC0415

        self._bpe = BPE(io.StringIO(codes.decode("utf-8")))
        self._normalizer = MosesPunctNormalizer("it")
        self._tokenizer = MosesTokenizer("it")
        self._detokenizer = MosesDetokenizer("en")

    def encode(self, sentences: Sequence[str]) -> list[list[str]]:
        """The pieces of each sentence."""
        words = (self._tokenizer.tokenize(self._normalizer.normalize(sentence)) for sentence in sentences)
        return [list(self._bpe.segment_tokens(sentence)) for sentence in words]

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of a sentence's pieces."""
        words = " ".join(pieces).replace("@@ ", "").removesuffix("@@")
        text: str = self._detokenizer.detokenize(words.split(" "))
        return text


def open_tokenizer(package: Package) -> Tokenizer:
    """The tokenizer in ``package``; raises :class:`ModelError` when its file is damaged."""
    name = package.tokenizer_file
    try:
        data = package.files.read(name)
        return SentencePieceTokenizer(data) if name == "sentencepiece.model" else BpeTokenizer(data)
    except (OSError, RuntimeError, ValueError, AssertionError) as error:
        raise ModelError(f"{package.location}: {name} is damaged; install or download the package again") from error
