"""Cards: what they say, and where on them it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from app.canvas import CanvasScene
from app.canvas.card import count_text, read_card, typeset
from app.canvas.card_spots import spots_of
from app.canvas.figure import NARROWEST, WIDEST, measure
from app.canvas.lettering import text_width
from graph.analysis import Analysis, NodeAnalysis
from graph.catalog import CATALOG
from graph.document import Document, Edge, Node
from tests.app.canvas_hands import small_net


def card_of(type: str, name: str = "node1", **arguments: object):
    document = Document()
    document.graph.insert(Node(name, type, arguments))
    return read_card(document, "", name, None)


def test_a_card_says_what_the_layer_does_here_once_it_is_known():
    analysis = Analysis(
        {"conv1": NodeAnalysis("Conv2d", arguments={"in_channels": 1}, parameters=156)}
    )
    card = read_card(small_net(), "", "conv1", analysis)

    assert (card.name, card.caption, card.line, card.count) == (
        "conv1",
        "Conv2d",
        "1 → 6, 5×5",
        "156",
    )


@pytest.mark.parametrize(
    ("name", "type", "caption"),
    [
        ("relu1", "ReLU", ""),
        ("relu", "ReLU", ""),
        ("lstm_2", "LSTM", ""),
        ("fc", "Linear", "Linear"),
        ("joined", "torch.cat", "cat"),
        ("conv1", "Conv2d", "Conv2d"),
    ],
)
def test_the_type_is_small_print_where_the_name_does_not_say_it(name, type, caption):
    assert card_of(type, name).caption == caption


@pytest.mark.parametrize(
    ("number", "text"),
    [(156, "156"), (48_120, "48,120"), (1_240_000, "1.24 M"), (7_000_000_000, "7 B")],
)
def test_parameters_are_counted_as_people_read_them(number, text):
    assert count_text(number) == text


def test_signs_of_print_replace_those_of_a_keyboard():
    assert typeset("3 -> 6, 5x5, max 2") == "3 → 6, 5×5, max 2"


def test_an_unknown_type_has_a_card_all_the_same(qapp):
    card = card_of("Convv2d")

    assert card.inputs
    assert card.outputs
    assert measure(card).size.width() >= NARROWEST


def test_a_port_that_only_a_wire_knows_is_drawn():
    document = small_net()
    document.graph.add_edge(Edge("conv1", "nonsense", "fc1", "input"))

    assert "nonsense" in [mark.name for mark in read_card(document, "", "conv1", None).outputs]


@pytest.mark.parametrize("type", [layer.type for layer in CATALOG.layers()])
def test_every_layer_has_a_figure_that_holds_its_words_and_ports(qapp, type):
    card = card_of(type, "a_name_of_usual_size")
    figure = measure(card)
    box = figure.box

    assert box.width() % 8 == 0
    assert box.height() % 8 == 0
    assert box.width() <= WIDEST
    if card.outline == "card":
        assert box.width() >= NARROWEST
    for words in figure.words:
        assert words.at.x() >= 0
        assert words.at.x() + text_width(words.text, words.style) <= box.width()
        assert 0 < words.at.y() < box.height()
    for places, side in ((figure.inputs, 0.0), (figure.outputs, box.width())):
        heights = [place.y() for place in places.values()]
        assert all(place.x() == side for place in places.values())
        assert all(0 < height < box.height() for height in heights)
        assert all(lower - upper >= 16 for upper, lower in pairwise(heights))


def test_chains_are_strung_on_one_line_however_tall_the_cards_are(qapp):
    ports = []
    for type in ("Input", "Conv2d", "ReLU", "Flatten", "LSTM", "Output"):
        figure = measure(card_of(type))
        for places in (figure.inputs, figure.outputs):
            ports += [next(iter(places.values())).y() - figure.axis] if places else []

    assert ports == [0.0] * len(ports)


@pytest.mark.parametrize(
    ("type", "name", "repeat", "shown"),
    [
        ("ReLU", "relu1", 3, "× 3"),
        ("AdaptiveAvgPool2d", "average_of_all_places", 12, "× 12"),
        ("NonDynamicallyQuantizableLinear", "a_name_that_takes_all_the_room", 3, "× 3"),
        ("F.adaptive_avg_pool2d", "average_of_all_places_again", 3, "× 3"),
        ("F.relu", "relu1", 3, "× 3"),
    ],
)
def test_how_often_it_stands_there_is_never_cut_off(qapp, type, name, repeat, shown):
    document = Document()
    document.graph.insert(Node(name, type, {}, {"repeat": repeat}))
    item = CanvasScene(document).nodes[name]

    [spot] = [spot for spot in spots_of(item) if spot.argument == "repeat"]

    words = next(words.text for words in item.figure.words if words.text.endswith(shown))
    assert item.box.contains(spot.box)
    assert spot.box.width() == pytest.approx(
        text_width(words, "caption") - text_width(words.removesuffix(shown), "caption")
    )


def test_a_card_that_did_not_change_keeps_its_figure(qapp):
    assert measure(card_of("Conv2d")) == measure(card_of("Conv2d"))
    assert measure(card_of("Conv2d")).inputs["input"] == QPointF(0, 28)
