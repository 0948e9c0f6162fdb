"""The models on this machine: installing, checking, removing and passing on Italian→English Argos packages.

Only :func:`install_newest` and :func:`find_offer` open connections, and :mod:`translator.models.download` is the one module
that can.
"""

from translator.models.export import Exported, export
from translator.models.index import Offer, find_offer, install_newest
from translator.models.install import Installed, find_installed, install_file, remove
from translator.models.known import is_published
from translator.models.verify import Difference, Verified, accept, verify

__all__ = [
    "Difference",
    "Exported",
    "Installed",
    "Offer",
    "Verified",
    "accept",
    "export",
    "find_installed",
    "find_offer",
    "install_file",
    "install_newest",
    "is_published",
    "remove",
    "verify",
]
