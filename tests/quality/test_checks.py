import pytest

from translator.article import Segment, Severity, Span, TermStatus, TermUse
from translator.quality import CHECKS, DEFAULT_CODES, check_article, check_segment, name_findings, term_findings


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        pytest.param("Il ministro è arrivato ieri.", "The minister arrived yesterday.", [], id="fine"),
        pytest.param("Il ministro è arrivato ieri.", "", ["empty-target"], id="empty"),
        pytest.param("Il ministro è arrivato ieri.", "Il ministro è arrivato ieri", ["untranslated"], id="copied"),
        pytest.param("IL MINISTRO È ARRIVATO", "Il ministro è arrivato", ["untranslated"], id="copied-in-another-case"),
        pytest.param("Juventus-Inter 2-1", "Juventus-Inter 2-1", [], id="names-and-scores-may-be-equal"),
        pytest.param(" ", "", [], id="nothing-to-translate"),
    ],
)
def test_targets(source, target, codes):
    assert [finding.code for finding in check_segment(source, target)] == codes


def test_a_copy_is_not_blamed_for_anything_else():
    source = "Alle ore 18.30 sono arrivati 1.200 tifosi?"
    assert [finding.code for finding in check_segment(source, source)] == ["untranslated"]


def test_only_the_checks_asked_for_are_run():
    source, target = "Sono arrivati 12 treni (tutti vuoti).", "there were 21 trains."
    assert {finding.code for finding in check_segment(source, target)} == {"number-mismatch", "brackets", "capitals-lost"}
    assert [finding.code for finding in check_segment(source, target, codes={"brackets"})] == ["brackets"]


def test_every_check_has_a_line_in_the_list():
    codes = [check.code for check in CHECKS]
    assert len(set(codes)) == len(codes)
    assert set(codes) >= DEFAULT_CODES
    for check in CHECKS:
        assert check.description.endswith(".")
        assert isinstance(check.severity, Severity)


def test_findings_carry_the_severity_of_their_check():
    severities = {check.code: check.severity for check in CHECKS}
    for finding in check_segment("Sono arrivati 12 treni (tutti vuoti).", "there were 21 trains."):
        assert finding.severity is severities[finding.code]


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


def article(*pairs):
    return [Segment(f"p{number}.s1", 0, 0, source, target) for number, (source, target) in enumerate(pairs, 1)]


@pytest.mark.parametrize(
    ("pairs", "ids"),
    [
        pytest.param([("La replica", "The reply"), ("La replica", "The rerun")], ["p2.s1"], id="two-ways"),
        pytest.param([("La replica", "The reply"), ("LA REPLICA:", "THE REPLY:")], [], id="case-and-marks-do-not-count"),
        pytest.param([("La replica", "The reply"), ("Le repliche", "The replies")], [], id="different-sources"),
        pytest.param([("La replica", "The reply"), ("La replica", "")], [], id="empty-is-another-matter"),
        pytest.param([("***", "***"), ("***", "* * *")], [], id="no-letters"),
    ],
)
def test_the_same_italian_twice(pairs, ids):
    found = check_article(article(*pairs))
    assert list(found) == ids
    for (finding,) in found.values():
        assert finding.code == "inconsistent"
        assert "p1.s1" in finding.message


def test_article_checks_can_be_left_out():
    assert check_article(article(("La replica", "The reply"), ("La replica", "The rerun")), codes=()) == {}


@pytest.mark.parametrize(("score", "codes"), [(-9.0, ["low-confidence"]), (-0.1, []), (None, [])])
def test_a_translation_that_the_model_doubted(score, codes):
    found = check_segment("Il ministro è arrivato ieri.", "The minister arrived yesterday.", score=score)
    assert [finding.code for finding in found] == codes
