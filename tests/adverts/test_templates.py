"""A template keeps what texts share; a text laid against it loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from palermo.adverts import align
from palermo.adverts.laying import SLOT
from palermo.adverts.templates import Sample, template_of, templates_of


def sample(body: str, *names: str) -> Sample:
    """Make a sample without contacts."""
    return Sample(body, (), names)


def test_names_and_numbers_become_slots() -> None:
    """A sample's own city and persona and every number are slots, even where all samples have the same."""
    bodies = [sample("Anna waits in Gent for 100 euro, call soon", "Gent", "Anna")] * 3
    assert template_of(bodies) == "[…] waits in […] for […] euro, call soon"


def test_a_contact_becomes_a_slot() -> None:
    """The stretch that was read as a contact is a slot."""
    body = "call me on +44 7700 900001 every evening"
    assert template_of([Sample(body, ((11, 26),), ())]) == "call me on […] every evening"


def test_what_few_samples_have_becomes_a_slot() -> None:
    """A word stays where most samples have it, and what differs is a slot."""
    found = template_of([sample(f"quiet room near the {place} every day") for place in ("park", "port", "gate")])
    assert found == "quiet room near the […] every day"


def test_two_slots_are_never_neighbours() -> None:
    """Slots with nothing but space between them are one."""
    assert f"{SLOT} {SLOT}" not in template_of([sample("10 20 30 rooms for 40 50 guests")])


def test_a_text_is_told_apart_from_its_template() -> None:
    """What fills a slot and what differs from the template are marked as such."""
    found = align("call […] every evening in the quiet room", "call Anna every evening in the red room")
    assert ("Anna", "slot") in found
    assert ("red", "differs") in found
    assert found[0] == ("call ", "same")


def test_a_text_equal_to_its_template_is_all_the_same() -> None:
    """A text without slots laid against itself is one stretch, and letter case and accents make no difference."""
    assert align("Quiet room", "Quiet room") == [("Quiet room", "same")]
    assert align("Chambre à louer", "chambre a LOUER") == [("chambre a LOUER", "same")]


def test_a_masked_word_is_never_shared() -> None:
    """A masked word is a slot in a template and stands as the same in no text, for what it hid is not known."""
    assert template_of([sample("a quiet ▮ room near the park")] * 3) == "a quiet […] room near the park"
    assert align("a quiet ▮ room", "a quiet ▮ room")[1] == ("▮", "differs")
    assert align("a quiet […] room", "a quiet ▮ room")[1] == ("▮", "slot")


texts = st.text(alphabet=st.one_of(st.sampled_from("ab c▮[…]中国é1,\n\u200b"), st.characters()), max_size=60)


@given(texts, texts)
def test_the_parts_joined_give_the_text(template: str, body: str) -> None:
    """Whatever the template, the stretches of a text joined are the text, none of them empty."""
    found = align(template, body)
    assert "".join(text for text, _ in found) == body
    assert all(text for text, _ in found)


@given(st.lists(texts.map(sample), min_size=1, max_size=5))
def test_a_template_is_made_of_any_texts(samples: list[Sample]) -> None:
    """Any texts have a template, and a text laid against it loses nothing."""
    template = template_of(samples)
    assert all("".join(text for text, _ in align(template, each.body)) == each.body for each in samples)


def test_many_groups_have_the_templates_each_has_alone() -> None:
    """Templates of many groups worked out together are those of each alone, on two threads too; of no texts it is empty."""
    groups = [
        [sample(f"quiet room {n} near the {place} every day") for place in ("park", "port", "gate")[: n % 4]]
        for n in range(9)
    ]
    assert templates_of(groups, threads=2) == [template_of(group) for group in groups]
    assert templates_of([[], groups[3]]) == ["", "quiet room […] near the […] every day"]
    assert templates_of([]) == []
