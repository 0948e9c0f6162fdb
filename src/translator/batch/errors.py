"""What can go wrong in a batch beyond what can go wrong with one article, as branches of the tree in :mod:`translator.errors`.

::

    TranslatorError
    ├── UsageError
    │   └── JobError               the job file does not hold what it should             exit 2
    ├── InputError
    │   ├── ArticleTooLargeError   more text or segments than one article may have
    │   └── InputNameError         a file name that would garble lists and logs
    ├── OutputError
    │   ├── OutputChangedError     the output is somebody's work by now
    │   └── LockedError            another run is at work in the output folder           exit 1
    ├── WorkerLostError            a process died over an article, and again when it was alone
    ├── UnexpectedError            a mistake in this program, met on one article
    └── ClusterError               no scheduler, or workers that would translate otherwise  exit 1

Where no exit status stands, the error ends one article, not the run.
"""

from translator.errors import InputError, OutputError, TranslatorError, UsageError


class JobError(UsageError):
    """The job file is malformed; the message names file, line and key."""

    code = "job"


class ArticleTooLargeError(InputError):
    """The article has more text or segments than is allowed."""

    code = "article-too-large"


class InputNameError(InputError):
    """The file's name holds a line break or another control character."""

    code = "input-name"


class OutputChangedError(OutputError):
    """The output is not as it was written: it is never overwritten unasked."""

    code = "output-changed"


class LockedError(OutputError):
    """Another run holds the output folder."""

    code = "locked"


class WorkerLostError(TranslatorError):
    """The process that translated the article died, twice."""

    code = "worker-lost"


class UnexpectedError(TranslatorError):
    """An error that is not the user's, met on one article."""

    code = "unexpected"


class ClusterError(TranslatorError):
    """The scheduler cannot be used, or its workers are not like this machine."""

    code = "cluster"
