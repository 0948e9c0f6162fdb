"""Italian segments in, English targets out: packages, decoding, and the enforcing of terms."""

from translator.translation.argos import Package, installed_packages, open_package, starter_package
from translator.translation.decoder import Decoder, Decoding, Hypothesis
from translator.translation.repair import Translation
from translator.translation.requirements import Requirement
from translator.translation.steps import STEPS
from translator.translation.terms import translate

__all__ = [
    "STEPS",
    "Decoder",
    "Decoding",
    "Hypothesis",
    "Package",
    "Requirement",
    "Translation",
    "installed_packages",
    "open_package",
    "starter_package",
    "translate",
]
