import pytest

from translator.typography import Rule, Style, finish

BOTH = [
    pytest.param('"We are ready", he said.', "“We are ready,” he said.", "‘We are ready’, he said.", id="straight"),
    pytest.param("«We are ready», he said.", "“We are ready,” he said.", "‘We are ready’, he said.", id="guillemets"),
    pytest.param("« We are ready », he said.", "“We are ready,” he said.", "‘We are ready’, he said.", id="guillemets-with-spaces"),
    pytest.param("«\u00a0Ready\u00a0», he said.", "“Ready,” he said.", "‘Ready’, he said.", id="guillemets-with-non-breaking-spaces"),
    pytest.param('" We are ready " he said.', "“We are ready” he said.", "‘We are ready’ he said.", id="straight-with-spaces"),
    pytest.param("“We are ready,” he said.", "“We are ready,” he said.", "‘We are ready,’ he said.", id="curly-already"),
    pytest.param("„We are ready“ he said.", "“We are ready” he said.", "‘We are ready’ he said.", id="german"),
    pytest.param("``We are ready'' he said.", "“We are ready” he said.", "‘We are ready’ he said.", id="two-single-ones"),
    pytest.param("The ‹port› is open.", "The “port” is open.", "The ‘port’ is open.", id="angles"),
    pytest.param("The 'port law' has passed.", "The “port law” has passed.", "The ‘port law’ has passed.", id="single-ones-outside"),
    pytest.param("The `port law' has passed.", "The “port law” has passed.", "The ‘port law’ has passed.", id="backtick-and-straight"),
    pytest.param('«He said "yes" twice».', "“He said ‘yes’ twice.”", "‘He said “yes” twice’.", id="nested"),
    pytest.param('"He said "yes" twice".', "“He said ‘yes’ twice.”", "‘He said “yes” twice’.", id="nested-straight"),
    pytest.param('"The \'port law\' is late," she said.', "“The ‘port law’ is late,” she said.", "‘The “port law” is late,’ she said.", id="nested-single"),
    pytest.param("«One ‹two› three», he said.", "“One ‘two’ three,” he said.", "‘One “two” three’, he said.", id="nested-angles"),
    pytest.param("«One “two ‘three’ four” five» six.", "“One ‘two “three” four’ five” six.", "‘One “two ‘three’ four” five’ six.", id="three-levels"),
    pytest.param('("Yes", he said)', "(“Yes,” he said)", "(‘Yes’, he said)", id="after-a-bracket"),
    pytest.param('He is "ready"—he said.', "He is “ready”—he said.", "He is ‘ready’ – he said.", id="before-a-dash"),
    pytest.param('An "anti-port"-bloc.', "An “anti-port”-bloc.", "An ‘anti-port’-bloc.", id="before-a-hyphen"),
    pytest.param('"First," he said. "Second."', "“First,” he said. “Second.”", "‘First,’ he said. ‘Second.’", id="two-quotations"),
    pytest.param('"We are ready. The port opens.', "“We are ready. The port opens.", "‘We are ready. The port opens.", id="goes-on-in-the-next"),
    pytest.param('The port opens," he said.', "The port opens,” he said.", "The port opens,’ he said.", id="began-in-the-one-before"),
    pytest.param('The port opens "soon" and wins».', "The port opens ‘soon’ and wins.”", "The port opens “soon” and wins’.", id="nested-of-an-earlier-one"),
    pytest.param('«The port opens "soon" and wins.', "“The port opens ‘soon’ and wins.", "‘The port opens “soon” and wins.", id="nested-of-an-open-one"),
    pytest.param("» The port", "“The port", "‘The port", id="paragraph-that-goes-on"),
    pytest.param("»The port opens.", "“The port opens.", "‘The port opens.", id="paragraph-that-goes-on-without-space"),
    pytest.param('"Are we ready?", he asked.', "“Are we ready?” he asked.", "‘Are we ready?’, he asked.", id="question"),
    pytest.param('"We are ready.".', "“We are ready.”", "‘We are ready.’.", id="two-stops"),
    pytest.param('The "workers\' strike" is over.', "The “workers’ strike” is over.", "The ‘workers’ strike’ is over.", id="possessive-inside"),
    pytest.param('"Valdora\'s port".', "“Valdora’s port.”", "‘Valdora’s port’.", id="apostrophe-inside"),
    pytest.param("'We don't know', he said.", "“We don’t know,” he said.", "‘We don’t know’, he said.", id="apostrophe-inside-single-ones"),
    pytest.param('He read "Onde".', "He read “Onde.”", "He read ‘Onde’.", id="title"),
    pytest.param('Since "2012".', "Since “2012.”", "Since ‘2012’.", id="figures-inside"),
    pytest.param('In "2012" it won.', "In “2012” it won.", "In ‘2012’ it won.", id="figures-inside-before-a-word"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "expected", "_"), BOTH)
def test_american_quotation_marks_are_double_outside(american, target, expected, _):
    assert american(target) == expected


@pytest.mark.parametrize(("target", "_", "expected"), BOTH)
def test_british_quotation_marks_are_single_outside(british, target, _, expected):
    assert british(target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("Valdora's port", "Valdora’s port", id="genitive"),
        pytest.param("the workers' strike", "the workers’ strike", id="genitive-plural"),
        pytest.param("It isn't. They won`t. We´ll see.", "It isn’t. They won’t. We’ll see.", id="contractions"),
        pytest.param("the '90s and the ’80s", "the ’90s and the ’80s", id="decades"),
        pytest.param("the ‘90s", "the ’90s", id="decade-with-an-opening-mark"),
        pytest.param("the winter of '68", "the winter of ’68", id="short-year"),
        pytest.param("Since '68 the workers' union", "Since ’68 the workers’ union", id="short-year-and-genitive"),
        pytest.param("rock 'n' roll", "rock ’n’ roll", id="clipped-word"),
        pytest.param("the 'ndrangheta trial", "the ’ndrangheta trial", id="name-with-an-apostrophe"),
        pytest.param("dell'Acqua", "dell’Acqua", id="elided-article"),
        pytest.param('l\'"Onda"', "l’“Onda”", id="before-a-quotation-mark"),
        pytest.param("the S.p.A.'s board", "the S.p.A.’s board", id="after-a-stop"),
    ],
)  # fmt: skip
def test_apostrophes_are_curled(american, british, target, expected):
    assert american(target) == expected


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("He is 5'10\" tall.", id="feet-and-inches"),
        pytest.param("He is 5'10\".", id="feet-and-inches-at-the-end"),
        pytest.param('a 15" screen', id="inches"),
        pytest.param("in the 90' of the final", id="minute"),
        pytest.param("10'30 of play", id="minutes-and-seconds"),
    ],
)
def test_signs_of_measures_stay_straight(american, british, target):
    assert american(target) == british(target) == target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("“Onde”; then", "“Onde”; then", id="semicolon"),
        pytest.param("“Onde”: then", "“Onde”: then", id="colon"),
        pytest.param("“Onde”?", "“Onde”?", id="question-mark"),
        pytest.param("“Onde”...", "“Onde”...", id="ellipsis"),
        pytest.param("a “30%”, he said", "a “30%,” he said", id="after-a-sign"),
        pytest.param("the workers’, he said", "the workers’, he said", id="apostrophe"),
        pytest.param("“the ‘port law’”, he said", "“the ‘port law,’” he said", id="two-levels"),
        pytest.param("“the workers’”, he said", "“the workers’”, he said", id="apostrophe-inside"),
    ],
)
def test_only_stops_and_commas_go_inside_american_marks(american, target, expected):
    assert american(target) == expected


def test_the_three_rules_can_be_turned_off_apart():
    target = "«Valdora's port», he said"

    def without(*rules):
        return finish("", target, style=Style(off=frozenset(rules)))[0]

    assert without(Rule.QUOTATION_MARKS) == "«Valdora’s port,» he said"
    assert without(Rule.APOSTROPHES) == "“Valdora's port,” he said"
    assert without(Rule.PUNCTUATION_INSIDE) == "“Valdora’s port”, he said"
