import pytest


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("«Torno presto», ha detto.", "“I'll be back soon,” he said.", None, id="guillemets-and-curly"),
        pytest.param('"Torno presto", ha detto.', '"I\'ll be back soon," he said.', None, id="straight"),
        pytest.param("«Torno presto.", "“I'll be back soon.", None, id="speech-goes-on-in-the-next-segment"),
        pytest.param("«Ha detto “torno” e basta», spiega.", "“She said ‘I'm off’ and left,” he says.", None, id="nested"),
        pytest.param("«Ha detto: “torno.", "“She said, ‘I'll be back.", None, id="nested-and-open"),
        pytest.param("Il «buco» nei conti è grande.", "The hole in the accounts is big.", None, id="a-word-spoken-of"),
        pytest.param("«Ora basta con gli sprechi»", "‘Enough of all this waste’", None, id="single-quotes-in-headlines"),
        pytest.param("«Torno presto», ha detto.", "“I'll be back soon, he said.", "without its partner", id="one-lost"),
        pytest.param("Torno presto», ha detto.", "I'll be back soon, he said.", "Quotation mark lost", id="only-one-lost"),
        pytest.param("«Torno presto.", "“I'll be back soon.”", "added", id="one-added"),
        pytest.param("«Non torno mai più», ha detto.", "I'll never be back, he said.", "Quotation marks lost", id="all-lost"),
    ],
)  # fmt: skip
def test_quotation_marks(messages, source, target, found):
    remarks = messages("quotes", source, target)
    assert len(remarks) == (found is not None)
    assert not found or found in remarks[0]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Il ponte (del 1930) regge.", "The bridge (of 1930) stands.", [], id="kept"),
        pytest.param("Il ponte (del 1930) regge.", "The bridge – of 1930 – stands.", [], id="dashes"),
        pytest.param("Il ponte (del 1930) regge.", "The bridge stands.", [("(del 1930)", None)], id="lost"),
        pytest.param("Il ponte (del 1930) regge.", "The bridge (of 1930 stands.", [(None, "(")], id="open"),
        pytest.param("Il ponte [sic] regge.", "The bridge [sic) stands.", [(None, ")")], id="crossed"),
        pytest.param("Il ponte (del 1930", "The bridge (of 1930", [], id="open-in-the-source-too"),
        pytest.param("a) il ponte", "a) the bridge", [], id="list"),
        pytest.param("Il ponte: 1) regge, 2) cade.", "The bridge: 1) stands, 2) falls.", [], id="list-in-a-sentence"),
    ],
)  # fmt: skip
def test_brackets(findings, source, target, expected):
    assert findings("brackets", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Chi vincerà?", "Who will win?", [], id="question"),
        pytest.param("Chi vincerà?", "Who will win.", [("?", ".")], id="question-lost"),
        pytest.param("Vincerà lui.", "Will he win?", [(".", "?")], id="question-added"),
        pytest.param("«Chi vincerà?», chiede.", "“Who will win?”", [], id="question-moved"),
        pytest.param("Vincerà lui!", "He will win.", [], id="exclamation-marks-are-a-matter-of-taste"),
        pytest.param("Vincerà lui…", "He will win.", [], id="dots"),
        pytest.param("Ha detto: «Vincerà lui».", "She said, “He will win.”", [], id="inside-the-quotation-marks"),
        pytest.param("Vincerà lui.", "He will", [(".", "l")], id="cut-off"),
        pytest.param("Vince il Valdora", "Valdora wins.", [("a", ".")], id="headline-with-a-stop"),
        pytest.param("I premi:", "The awards.", [(":", ".")], id="announcement-lost"),
        pytest.param("Ricavi della Bianchi S.p.A.", "Revenue of Bianchi", [], id="abbreviation-in-the-source"),
        pytest.param("Si gioca alle 20", "The match is at 8 p.m.", [], id="abbreviation-in-the-target"),
    ],
)  # fmt: skip
def test_ends_of_sentences(findings, source, target, expected):
    assert findings("end-punctuation", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Il porto chiude.", "the port closes.", [("Il", "the")], id="lower-case"),
        pytest.param("IL PORTO CHIUDE.", "the port closes.", [("IL", "the")], id="all-caps"),
        pytest.param("Il porto chiude.", "The port closes.", [], id="kept"),
        pytest.param("il porto chiude", "the port closes", [], id="lower-case-on-both-sides"),
        pytest.param("L'iPhone costa caro.", "iPhones are dear.", [], id="capital-inside"),
        pytest.param("Il generale de Gaulle parlò.", "de Gaulle spoke.", [], id="part-of-a-name"),
        pytest.param("Il sito è esempio.it", "esempio.it is the site", [], id="address"),
        pytest.param("Il 3 chiude.", "3 closes.", [], id="digits"),
    ],
)  # fmt: skip
def test_capitals(findings, source, target, expected):
    assert findings("capitals-lost", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Vedi https://esempio.it/a?b=1.", "See https://esempio.it/a?b=1.", [], id="web"),
        pytest.param("Vedi https://esempio.it/a.", "See https://example.it/a.", ["https://esempio.it/a"], id="web-altered"),
        pytest.param("Vedi www.Esempio.it.", "See www.esempio.it.", [], id="hosts-in-any-case"),
        pytest.param("Sul sito esempio.it trovate", "On the site example you find", ["esempio.it"], id="bare-host"),
        pytest.param("A (desk@esempio.it).", "To (desk@esempio.it).", [], id="mail"),
        pytest.param("A desk@esempio.it.", "To desk @ esempio.it.", ["desk@esempio.it"], id="mail-taken-apart"),
        pytest.param("Con l'#allertameteo di oggi", "With today's #weather", ["#allertameteo"], id="hashtag"),
        pytest.param("Lo dice «@nove_colonne».", "So says “@nove_colonne”.", [], id="handle"),
        pytest.param("Il n. #3 della S.p.A. di Roma.Poi", "No. 3 of the company of Rome. Then", [], id="what-is-none"),
    ],
)  # fmt: skip
def test_addresses(findings, source, target, expected):
    assert [found for found, _ in findings("address-altered", source, target)] == expected
