"""Cards tinted by what they cost."""

from __future__ import annotations

import pytest

from app.canvas.heat import Heat
from app.theme import THEMES, contrast
from graph.costs import Cost, Costs
from tests.app.conftest import SLOW

COSTS = Costs({"a": Cost(100, 0, 0, 5), "b": Cost(25, 0, 8, 0), "c": Cost()}, sizes={"N": 1})


def test_the_costliest_is_hottest_and_what_costs_nothing_stays_cold(open_window):
    window = open_window("lenet_mnist")
    cards = {name: item.card for name, item in window.pane.scene.nodes.items()}
    heat = Heat("parameters", {"fc1": 100, "fc2": 25, "relu1": 0}, "")

    warm = {name: heat.over(cards[name]) for name in ("fc1", "fc2", "relu1", "scores")}

    assert {n: card.warmth for n, card in warm.items()} == {
        "fc1": 1.0, "fc2": 0.5, "relu1": 0.0, "scores": 0.0,
    }  # fmt: skip
    assert (warm["fc1"].count, warm["fc1"].share) == ("100 · 80 %", "80 %")
    assert warm["relu1"].count == ""


def test_the_measures_of_a_scope_are_read_from_its_costs():
    assert Heat.of(COSTS, "", "parameters").values == {"a": 100, "b": 25, "c": 0}
    assert Heat.of(COSTS, "", "flops").basis == "a sample"
    assert Heat.of(COSTS, "Nobody", "activations").total == 0


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_readable_on_every_tint_and_warmer_differs_in_lightness(theme):
    tints = [theme.heat(step / 8).name() for step in range(9)]

    assert all(contrast(theme.text, tint) >= 4.5 for tint in tints)
    assert contrast(tints[0], tints[-1]) > 1.8


def test_the_menu_tints_the_cards_and_says_what_the_tints_mean(open_window, qtbot):
    window = open_window("lenet_mnist")
    qtbot.waitUntil(lambda: bool(window.pane.costs.nodes), timeout=SLOW)
    before = window.pane.scene.nodes["fc1"].card

    window.actions_by_key["heat_parameters"].trigger()

    card = window.pane.scene.nodes["fc1"].card
    assert (card.warmth, card.count) == (1.0, "48,120 · 78 %")
    assert window.pane.legend.isVisible()
    assert "61,706" in window.pane.legend.accessibleName()
    window.actions_by_key["heat_none"].trigger()
    assert window.pane.scene.nodes["fc1"].card == before
    assert not window.pane.legend.isVisible()


def test_inside_a_block_its_own_layers_are_compared(open_window, qtbot):
    window = open_window("resnet34")
    qtbot.waitUntil(lambda: bool(window.pane.costs.nodes), timeout=SLOW)
    window.heating.choose("flops")

    window.pane.show_scope("ResidualBlock")

    cards = [item.card for item in window.pane.scene.nodes.values()]
    assert max(card.warmth for card in cards) == 1.0
    assert window.pane.legend.isVisible()
