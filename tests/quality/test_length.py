import pytest

from translator.quality.length import limits

SENTENCE = "Il consiglio comunale ha approvato ieri sera il nuovo piano del traffico dopo una lunga discussione."


@pytest.mark.parametrize(
    ("target", "message"),
    [
        pytest.param("The city council approved the new traffic plan last night after a long debate.", None, id="usual"),
        pytest.param("The city council approved.", "Much shorter", id="cut-off"),
        pytest.param("The city council approved the new traffic plan. " * 5, "Much longer", id="something-added"),
    ],
)
def test_the_length_is_measured_by_human_translations(messages, target, message):
    found = messages("length-ratio", SENTENCE, target)
    assert len(found) == (message is not None)
    assert not message or found[0].startswith(message)


def test_short_segments_may_vary_more():
    ranges = [limits(size)[1] / limits(size)[0] for size in (10, 100, 1000)]
    assert ranges == sorted(ranges, reverse=True)
    assert all(limits(size)[0] < size < limits(size)[1] for size in range(1, 2000))


@pytest.mark.parametrize(("source", "target"), [("Sì.", "Yes, indeed."), ("Chi?", "Who is it?"), ("Voce", "Item")])
def test_short_answers_are_left_alone(messages, source, target):
    assert messages("length-ratio", source, target) == []
