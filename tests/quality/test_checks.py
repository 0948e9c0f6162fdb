import pytest

from translator.article import Span, TermStatus, TermUse
from translator.quality import check_target, name_findings, term_findings


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        pytest.param("Il ministro è arrivato ieri.", "The minister arrived yesterday.", [], id="fine"),
        pytest.param("Il ministro è arrivato ieri.", "", ["empty-target"], id="empty"),
        pytest.param("Il ministro è arrivato ieri.", "Il ministro è arrivato ieri", ["untranslated"], id="copied"),
        pytest.param("Juventus-Inter 2-1", "Juventus-Inter 2-1", [], id="names-and-scores-may-be-equal"),
    ],
)
def test_targets(source, target, codes):
    assert [finding.code for finding in check_target(source, target)] == codes


def test_a_missing_term_is_a_finding():
    missing = TermUse("Mosca", "Moscow", TermStatus.MISSING, "", Span(0, 5), None, "world")
    ok = TermUse("russo", "Russian", TermStatus.OK, "decode", Span(6, 11), Span(0, 7), "world")
    (finding,) = term_findings([missing, ok])
    assert (finding.code, finding.source_span) == ("term-missing", Span(0, 5))
    assert "Mosca → Moscow" in finding.message


def test_names_kept_or_lost_are_findings():
    found = name_findings(
        [
            ("Prandelli", Span(0, 9), Span(3, 12), "decode"),
            ("Valdora", Span(10, 17), Span(15, 22), "marks"),
            ("Altavalle", Span(20, 29), None, ""),
        ]
    )
    assert [finding.code for finding in found] == ["name-kept", "name-lost"]
