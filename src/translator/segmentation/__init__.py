"""Italian text to sentences: rules over candidate boundaries, spans without loss.

>>> text = "Il dott. Rossi è arrivato. «Bene», ha detto."
>>> [text[span.start : span.end] for span in split(text)]
['Il dott. Rossi è arrivato.', '«Bene», ha detto.']
"""

from translator.segmentation.own import Abbreviation, load_abbreviations
from translator.segmentation.splitter import Decision, explain, split

__all__ = ["Abbreviation", "Decision", "explain", "load_abbreviations", "split"]
