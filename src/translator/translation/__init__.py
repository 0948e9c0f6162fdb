"""Italian segments in, English targets out: packages, decoding, and the enforcing of terms."""

from translator.translation.abbreviations import written_out
from translator.translation.argos import Package, installed_packages, open_package, starter_package
from translator.translation.decoder import Decoder, Decoding, Hypothesis
from translator.translation.remedies import remedied
from translator.translation.remedy_case import Fault
from translator.translation.remedy_kinds import REMEDIES
from translator.translation.repair import Result, Translation
from translator.translation.requirements import Requirement, locate
from translator.translation.steps import STEPS
from translator.translation.terms import translate

__all__ = [
    "REMEDIES",
    "STEPS",
    "Decoder",
    "Decoding",
    "Fault",
    "Hypothesis",
    "Package",
    "Requirement",
    "Result",
    "Translation",
    "installed_packages",
    "locate",
    "open_package",
    "remedied",
    "starter_package",
    "translate",
    "written_out",
]
