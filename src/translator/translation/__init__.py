"""Italian segments in, English targets out: packages, decoding, and the enforcing of terms."""

from translator.translation.argos import Package, installed_packages, open_package, starter_package
from translator.translation.decoder import Decoder, Decoding, Hypothesis
from translator.translation.repair import Result, Translation
from translator.translation.requirements import Requirement, locate
from translator.translation.steps import STEPS
from translator.translation.terms import translate

__all__ = [
    "STEPS",
    "Decoder",
    "Decoding",
    "Hypothesis",
    "Package",
    "Requirement",
    "Result",
    "Translation",
    "installed_packages",
    "locate",
    "open_package",
    "starter_package",
    "translate",
]
