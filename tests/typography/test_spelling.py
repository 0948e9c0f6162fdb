import pytest

from translator.typography.spelling_words import to_american, to_british


@pytest.mark.parametrize(
    ("us", "uk"),
    [
        ("the city center", "the city centre"),
        ("a center-left coalition", "a centre-left coalition"),
        ("defense and offense", "defence and offence"),
        ("They organized and criticized it.", "They organised and criticised it."),
        ("the privatization of theaters", "the privatisation of theatres"),
        ("Organizers said so.", "Organisers said so."),
        ("He left. “Organizers agree,” she said.", "He left. ‘Organisers agree,’ she said."),
        ("Travelers canceled; neighbors labored.", "Travellers cancelled; neighbours laboured."),
        ("ten percent of 50 percent", "ten per cent of 50 per cent"),
        ("an aging skeptic’s gray aluminum plow", "an ageing sceptic’s grey aluminium plough"),
        ("They analyzed 20 kilometers of fiber.", "They analysed 20 kilometres of fibre."),
    ],
)
def test_words_are_spelt_as_in_the_variety(american, british, us, uk):
    assert american(uk) == american(us) == us
    assert british(us) == british(uk) == uk


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("the World Trade Center and the Labour Party", id="names"),
        pytest.param("Centre Court and Center City fell.", id="name-at-the-start"),
        pytest.param("“Theatre Royal” is closed", id="name-in-quotation-marks"),
        pytest.param("THE CITY CENTRE IS CLOSED, THE CENTER TOO", id="capitals"),
        pytest.param("Some Organisers left", id="capital-inside"),
        pytest.param("On centre.it and #colour, in colour.pdf", id="addresses"),
        pytest.param("They advise, exercise, surprise and promise; the analyses show", id="never-z"),
    ],
)
def test_names_and_other_words_keep_their_spelling(american, target):
    assert american(target) == target


@pytest.mark.parametrize(
    "target",
    ["The computer program checks the gas meter.", "They license the tire story.", "They seize the prize of the size."],
)
def test_american_words_with_other_meanings_are_not_made_british(british, target):
    assert british(target) == target


def test_words_that_are_only_british_become_american(american):
    assert american("The programme costs two cheques for 100 metres.") == "The program costs two checks for 100 meters."


def test_no_spelling_is_turned_twice():
    assert not set(to_british()) & set(to_british().values())
    assert not set(to_american()) & set(to_american().values())


def test_the_table_turns_back_what_it_turned():
    assert all(to_american()[british] == american for american, british in to_british().items())
