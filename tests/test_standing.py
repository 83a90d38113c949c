"""Where a speaker plays, in whose numbering, and in which words: layers as the records have them, and in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from narratives.library.packs import Pack
from narratives.models import LayerRole, Participation
from narratives.receipts.hearing import CHOICES
from narratives.receipts.standing import numbering, own_numbering, played, words_on
from narratives.vocabulary.participations import PARTS
from tests import views

SHARED = "Layer {number} of 5 in the list shared by all narratives, counted from the bottom"


def placed(pack: Pack, *roles: LayerRole) -> Pack:
    return replace(pack, layers=roles)


def test_the_layers_with_a_part_stand_in_their_order_behind_the_one_where_it_all_began(vale: Pack) -> None:
    assert played(vale) == ["chips", "infrastructure", "models"]
    roles = {
        part: LayerRole(layer=part, participation=part, entry_point=part in ("customer", "not-stated"))
        for part in get_args(Participation)
    }
    assert set(roles) == set(PARTS) and len(roles) == 7
    assert played(placed(vale, *roles.values())) == ["customer", "in", "invests", "hosts", "partner"]
    assert (played(placed(vale)), played(placed(vale, roles["not-stated"], roles["excluded-by-choice"]))) == ([], [])


def test_the_page_of_layers_opens_at_the_layer_where_it_all_began_and_not_at_the_first_of_the_list() -> None:
    app = views.opened("layers", {})
    (pills,) = [each for each in views.choices(app) if each.key == "layer"]
    assert (pills.options, pills.value, list(app.exception)) == (
        ["Applications", "Models", "Infrastructure", "Chips", "Energy"],
        "chips",
        [],
    )


def test_a_layer_is_numbered_from_the_bottom_of_the_shared_list_beside_the_speakers_own_number_and_name(
    vale: Pack,
) -> None:
    both = LayerRole(layer="chips", participation="in", own_number=0, own_name="The AI Chip Plane")
    named = LayerRole(layer="models", participation="in", own_name="MODELS")
    numbered = LayerRole(layer="energy", participation="in", own_number=7)
    neither = LayerRole(layer="applications", participation="in")
    pack = placed(vale, both, named, numbered, neither)
    own = {
        "energy": "The speaker’s own: number 7, no name of its own.",
        "chips": "The speaker’s own: number 0, “The AI Chip Plane”.",
        "infrastructure": "The speaker gives it no number and no name.",
        "models": "The speaker’s own: no number, “MODELS”.",
        "applications": "The speaker gives it no number and no name.",
    }
    assert list(own) == list(pack.words.layers)
    assert {layer: own_numbering(pack, layer) for layer in own} == own
    assert {layer: numbering(pack, layer) for layer in own} == {
        layer: f"{SHARED.format(number=number)}; t{told[1:]}" for number, (layer, told) in enumerate(own.items(), 1)
    }


def test_the_words_on_a_layer_are_those_that_place_it_those_of_its_products_and_those_that_speak_of_it(
    vale: Pack,
) -> None:
    silent = {id: quote.model_copy(update={"layers": ()}) for id, quote in vale.quotes.items()}
    pack = replace(vale, quotes={**silent, "q-makers": vale.quotes["q-makers"]})
    chips = next(role for role in vale.layers if role.layer == "infrastructure").model_copy(
        update={"layer": "chips", "quote": "began"}
    )
    assert [product.quote for product in chips.products] == ["centres"]
    pack = placed(pack, chips)
    assert words_on(pack, "chips") == (["q-makers", "began", "centres"], ["makers-asked", "began-with-chips"])
    assert words_on(pack, "chips", CHOICES["quoted only"]) == (["began", "centres"], ["began-with-chips"])
    assert words_on(pack, "models") == ([], [])
