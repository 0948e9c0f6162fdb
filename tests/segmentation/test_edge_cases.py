"""Words that are abbreviations only at times, and signs around the end of a sentence: ``|`` is where the text must be cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.segmentation import explain, split

CASES = {
    "homonym": [
        "Il corteo dice no alla Tav.| Valdora esulta.",
        "È un vino Doc.| Melfi lo produce.",
        "Passa il price cap.| Oslo esulta.",
        "Lo ha scritto su X.| Prandelli replica.",
        "È stato nelle SS.| Prandelli lo sapeva.",
        "Espone opere di street art.| Valdora applaude.",
        "Vedi la Tav. 3 e la Doc. XII.",
    ],
    "plain_words": [
        "Mondiali di sci.| Valdora ospita le gare.",
        "Decide la Fed.| Oslo aspetta.",
        "Lo scrive l'Ap.| Oslo nega.",
    ],
    "courtesy_and_ranks": [
        "Gent. Sig. Rossi, Spett.le Ditta Melfi, Ill.mo Presidente.",
        "Il Lgt. Neri, l'Isp. Valli, il Cav. Uff. Sarti e il Vicebrig. Teglia.",
        "Parla il p.m. Rossi in aula.| Poi tocca alla difesa.",
    ],
    "given_names": ["Il ritratto di Gius. Prandelli è di Chr. Wolde.", "Il saggio di J.-J. Rivolta e Jean-P. Sarti."],
    "law": [
        "Lo dice il D. Lgs. Prandelli e la del. G.R. n. 5.",
        "Si veda Cass., Sez. Un. n. 12 del 2020.",
        "Il Reg. CE n. 5 è in vigore.",
    ],
    "era": [
        "Fu distrutta nel 79 d. C. dal vulcano.",
        "Fu distrutta nel 79 d. C.| Valdora rinacque.",
        "Risale al II sec. a. C.| Nessuno lo sapeva.",
    ],
    "time_of_day": ["Arriva alle 3 p.m. ora locale.", "Arriva alle 3 p.m.| Oslo aspetta."],
    "date": ["Da gen. 2020 a feb. 2021.", "Vince in tre set.| Melfi ringrazia.", "Aperto lun. e ven. 9-18."],
    "unit": ["Corre a 5 km/h.| Melfi va piano.", "Pesa 20 tonn.| Melfi la porta."],
    "lettered": [
        "È la generazione Z.| Melfi la studia.",
        "Meglio l'opzione B.| Melfi la scarta.",
        "Usa i raggi X.| Oslo approva.",
    ],
    "enumerator": [
        "II. Il porto riapre.",
        "1.2. Il metodo è nuovo.",
        "§ 3. Il porto riapre.",
        "Art. 1. La giunta vota.| Poi esce.",
        "Art. 12. - La giunta vota.",
        "Vedi il § 3.| La giunta vota.",
        "Ecco i punti.| 1. Riduzione.| 2. Proroga.",
    ],
    "omission": [
        "Il brano (...) Roma resta fuori.",
        "È l'inizio.| [...] Segue la fine.",
        "È l'inizio.| (…) Segue la fine.",
    ],
    "leading_ellipsis": [
        "Ha taciuto.| «…e poi il buio» è il titolo.",
        "Che cosa ne sa?| ...Niente.",
        "Il resto ..., poi il buio.",
    ],
    "small_name": ["La procura indaga.| 'ndrangheta e appalti nel fascicolo.", "Lo vende.| eBay incassa."],
    "acronym_is_no_starter": ["La Valdora S.p.A. CE resta.", "La Valdora S.p.A.| Ce ne sono due."],
    "emoji": ["Che festa!😀| Domani si parte.", "Che festa! 🎉", "Che festa!| 🎉 Domani si parte."],
    "notes": ["Lo dice il rapporto.³| Poi tace.", "Lo dice il rapporto.[3][4]| Poi tace."],
    "other_quotation_marks": ["Vota „sì.“| „No“, dice Melfi.", "Vota ‹sì.›| ‹No›, dice Melfi."],
    "invisible_signs": [
        "Il porto riapre.\u200b| Torna la luce.",
        "Il porto riapre.| \ufeffTorna la luce.",
        "«E se piove?» \u200bchiede il cronista.",
    ],
}


@pytest.mark.parametrize(
    "marked", [pytest.param(text, id=f"{case}-{number}") for case, texts in CASES.items() for number, text in enumerate(texts)]
)
def test_cuts_where_a_reader_would(marked):
    text = marked.replace("|", "")
    assert [text[span.start : span.end] for span in split(text)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "cut", "rule"),
    [
        ("alla Tav. Valdora esulta", True, "homonym"),
        ("la Tav. 3", False, "numbered"),
        ("nel 79 d. C. rinacque", False, "era"),
        ("Che festa! 🎉", False, "no_word"),
        ("(...) Roma", False, "omission"),
        ("Art. 1. La giunta", False, "numbered"),
    ],
)
def test_explain_names_the_rule(text, cut, rule):
    first = explain(text)[0]
    assert (first.cut, first.rule) == (cut, rule)


PIECES = [
    " ",
    "\n",
    "\u00a0",
    "\u200b",
    "\ufeff",
    ".",
    "…",
    "!",
    "»",
    "“",
    "‹",
    "[3]",
    "³",
    "😀",
    "[...]",
    "(…)",
    "d.",
    "C.",
    "§ 3.",
    "Ed",
    "è",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_is_lost_among_signs(text):
    spans = split(text)
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert spans == sorted(spans)
    assert all(not text[place].isspace() for span in spans for place in (span.start, span.end - 1))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_sentences_begin_where_explain_cuts(text):
    cuts = [0, *(decision.offset for decision in explain(text) if decision.cut), len(text)]
    assert len(split(text)) == sum(bool(text[start:end].strip()) for start, end in pairwise(cuts))


@pytest.mark.parametrize(
    "piece", [".😀", ".\u200b", ".³", "! 😀", ". [...] ", "d. C. ", "su X. ", "§ ", "II. ", "Art. 1. ", ". …"]
)
def test_hostile_signs_are_split(piece):
    text = piece * (200_000 // len(piece)) + " Fine. Altro."
    assert split(text)[-1].end == len(text)
