"""Everything that can go wrong, as one tree.

::

    TranslatorError            what the user can act on; every message says what to do next
    ├── UsageError             the call itself does not fit                      exit 2
    ├── InputError             the article cannot be read                        exit 1
    │   ├── InputNotFoundError
    │   ├── EmptyInputError
    │   ├── UnsupportedFormatError
    │   └── UndecodableInputError
    ├── GlossaryError          a glossary is missing or malformed                exit 1
    ├── AbbreviationsError     a list of abbreviations is missing or malformed   exit 1
    ├── ModelError             no such package, or a broken one                  exit 1
    │   ├── _OtherPairError    a package for other languages (translation.argos)
    │   ├── RefusedError       a file that is no safe, working package (models.archive)
    │   └── LinkError          a download failed (models.download)
    │       ├── OtherFileError another file than the one expected
    │       └── _CutOffError   the connection ended too early
    ├── MemoryStoreError       the translation memory cannot be used             exit 1
    ├── ExchangeError          a TMX, XLIFF or TSV file cannot be read           exit 1
    ├── ReviewError            a reviewed document cannot be read back           exit 1
    ├── OutputError            an output cannot or must not be written           exit 1
    └── InstallationError      a package that this tool needs is missing         exit 1

:mod:`translator.batch.errors` draws its own branches. ``code`` is stable, each class has its own, scripts may rely on it, and
docs/messages.md explains it. ``exit_status`` is what the command ends with. Exit status 3 (finished, but terms
are missing under ``--strict``) and 130 (interrupted) are not errors and have no class here.
"""

from typing import ClassVar


class TranslatorError(Exception):
    """Base of all errors that a user can act on; ``str(error)`` is one line that says what to do."""

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 1


class UsageError(TranslatorError):
    """The options or arguments contradict each other."""

    code = "usage"
    exit_status = 2


class InputError(TranslatorError):
    """The article cannot be read."""

    code = "input"


class InputNotFoundError(InputError):
    """There is no such file, or it may not be read."""

    code = "input-not-found"


class EmptyInputError(InputError):
    """The file holds no text to translate."""

    code = "input-empty"


class UnsupportedFormatError(InputError):
    """The file is of a kind that is not read, or needs an extra that is not installed."""

    code = "input-format"


class UndecodableInputError(InputError):
    """The bytes are not text in any encoding that fits."""

    code = "input-encoding"


class GlossaryError(TranslatorError):
    """A glossary is missing or malformed; the message names file and line."""

    code = "glossary"


class AbbreviationsError(TranslatorError):
    """A list of abbreviations is missing or malformed; the message names file and line."""

    code = "abbreviations"


class ModelError(TranslatorError):
    """A model package is missing, broken, or for another language pair."""

    code = "model"


class MemoryStoreError(TranslatorError):
    """The translation memory's file cannot be opened, read or written; the message names the file."""

    code = "memory"


class ExchangeError(TranslatorError):
    """A TMX, XLIFF or TSV file is missing or malformed; the message names file and line."""

    code = "exchange"


class ReviewError(TranslatorError):
    """A reviewed document is damaged, is none of ours, or belongs to another article; the message names the file."""

    code = "review"


class OutputError(TranslatorError):
    """An output cannot be written, or would overwrite something that must stay."""

    code = "output"


class InstallationError(TranslatorError):
    """A package that this tool needs is not installed, or does not load."""

    code = "installation"
