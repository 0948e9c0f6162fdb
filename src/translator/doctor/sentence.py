"""The proof: one sentence with a glossary term, translated and made into a Word document as any article is; nothing is kept."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

from translator.article import TermStatus
from translator.doctor.result import Facts, Result, Verdict
from translator.errors import TranslatorError

_SENTENCE = "Il Consiglio delle Acque ha approvato il progetto del ponte."
_TERM, _FORM = "Consiglio delle Acque", "Water Council"
_AGAIN = "see the faults above; if there is none, install translator again"


def check_sentence(model: str | None) -> Result:
    """Translate with the model that ``translate --model`` would take. Raises :class:`ImportError` for a missing package."""
    from translator import reading  # noqa: PLC0415
    from translator.glossary import Glossary, Term, TermKind  # noqa: PLC0415
    from translator.pipeline import Translator  # noqa: PLC0415
    from translator.writing import output_date, render  # noqa: PLC0415

    facts: Facts = {"source": _SENTENCE, "target": None, "term": None}
    term = Term(_TERM, _FORM, TermKind.ORGANISATION)
    try:
        start = time.perf_counter()
        translator = Translator(model=model, glossaries=[Glossary("doctor", "", (term,))])
        opened = time.perf_counter()
        article = translator.translate(reading.read_bytes(_SENTENCE.encode(), name="doctor.txt"))
        facts |= {"seconds_opening": round(opened - start, 3), "seconds": round(time.perf_counter() - opened, 3)}
        document = render(article, "docx", date=output_date())
    except (TranslatorError, OSError, RuntimeError, ValueError) as error:
        reason = " ".join(str(error).split())
        return Result("sentence", "test sentence", Verdict.FAULT, f"cannot be translated ({reason})", _AGAIN, facts)
    (segment,) = article.segments()
    facts |= {"target": segment.target, "term": next((str(use.status) for use in segment.terms), None)}
    return _judged(segment.target, facts, document)


def _judged(target: str, facts: Facts, document: bytes) -> Result:
    if not target.strip() or target == _SENTENCE:
        remedy = "name another model with --model ('translator models list'), or --model starter"
        return Result("sentence", "test sentence", Verdict.FAULT, f"is not translated: “{target}”", remedy, facts)
    if not zipfile.is_zipfile(BytesIO(document)):
        return Result("sentence", "test sentence", Verdict.FAULT, "gives no Word document", _AGAIN, facts)
    if facts["term"] not in {TermStatus.OK, TermStatus.REPAIRED}:
        detail = f"“{target}” lacks the glossary's “{_FORM}”"
        remedy = "translate with another model ('translator models list'); this one can hardly be made to use terms"
        return Result("sentence", "test sentence", Verdict.WARNING, detail, remedy, facts)
    detail = f"“{target}”, {facts['seconds_opening']:.1f} s to open the model, {facts['seconds']:.1f} s to translate"
    return Result("sentence", "test sentence", Verdict.OK, detail, facts=facts)
