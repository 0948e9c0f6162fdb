import pytest

SAID = "«Siamo pronti», ha detto la sindaca."


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(SAID, "“We are ready,” he said that the mayor.", "“We are ready,” said the mayor.", id="pronoun-and-that"),
        pytest.param(SAID, "“We are ready,” she said the mayor.", "“We are ready,” said the mayor.", id="pronoun"),
        pytest.param(SAID, "“We are ready,” said the mayor.", "“We are ready,” said the mayor.", id="right"),
        pytest.param(SAID, "“We are ready,” the mayor said.", "“We are ready,” the mayor said.", id="right-too"),
        pytest.param(SAID, "We are ready, he said the mayor.", "We are ready, said the mayor.", id="marks-lost"),
        pytest.param(
            "«Pronti?», chiede Ugo Serpi.", "“Ready?” he asks Ugo Serpi.", "“Ready?” asks Ugo Serpi.", id="present-and-name"
        ),
        pytest.param(
            "«Siamo pronti», ha commentato un'assessora.",
            "“We are ready,” he commented on a councilor.",
            "“We are ready,” commented a councilor.",
            id="on",
        ),
        pytest.param(
            "«Siamo pronti», ha commentato il capogruppo.",
            "“We are ready,” commented on the leader.",
            "“We are ready,” commented the leader.",
            id="on-without-a-pronoun",
        ),
        pytest.param(
            "«Siamo pronti», ha raccontato Ugo Serpi.", "“We are ready,” he told Ugo Serpi.", "“We are ready,” said Ugo Serpi.",
            id="told",
        ),
        pytest.param(
            "«Siamo pronti», ha detto uscendo il portavoce.",
            "“We are ready,” he said that the spokesman.",
            "“We are ready,” said the spokesman.",
            id="gerund",
        ),
        pytest.param(
            "«Siamo pronti», ha detto.", "“We are ready,” she said the other day.", "“We are ready,” she said the other day.",
            id="nobody-named",
        ),
        pytest.param(
            "«Siamo pronti», ha detto il giorno dopo.",
            "“We are ready,” he said the day after.",
            "“We are ready,” he said the day after.",
            id="when",
        ),
        pytest.param(
            "«Siamo pronti», e ha detto che la sindaca firma.",
            "“We are ready,” and he said the mayor signs.",
            "“We are ready,” and he said the mayor signs.",
            id="reported-speech",
        ),
        pytest.param(
            "Ieri ha detto che la sindaca firma.",
            "Yesterday, he said that the mayor signs.",
            "Yesterday, he said that the mayor signs.",
            id="no-quotation",
        ),
    ],
)  # fmt: skip
def test_the_speaker_is_named_once(american, source, target, expected):
    assert american(target, source) == expected


def test_a_protected_name_after_the_verb_is_a_name(american):
    from translator.article import Span

    target = "“Ready,” he said that Onda."
    assert american(target, "«Pronti», ha detto Onda.", protected=[Span(22, 26)]) == "“Ready,” said Onda."
