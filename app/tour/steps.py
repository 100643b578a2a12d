"""The steps of the tour, as data: what they say, where they point, and when they are done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect

from app.tour import deeds, places
from app.tour.situation import Situation
from app.translating import later


@dataclass(frozen=True)
class Step:
    """``shows`` is lit; the bubble stands by it, or by ``stands_by`` where it would cover much.

    ``deed`` does the step for the user; None where there is only to wait. ``begin`` brings into
    sight what is shown, once that can be done.
    """

    title: str
    words: str
    shows: Callable[[Situation], QRect]
    is_done: Callable[[Situation], bool]
    deed: Callable[[Situation], bool] | None = None
    stands_by: Callable[[Situation], QRect] | None = None
    begin: Callable[[Situation], bool] | None = None


def _canvas(situation: Situation) -> QRect:
    return places.of_widget(situation, situation.window.pane.view.viewport())


def _node(type_: str) -> Callable[[Situation], QRect]:
    return lambda situation: places.of_node(situation, situation.first(type_))


def _mistaken(situation: Situation) -> QRect:
    mistake = situation.mistake
    return places.of_node(situation, mistake.node if mistake else situation.first("Linear"))


def _palette_then_wire(situation: Situation) -> QRect:
    """Where the ReLU is to be fetched; once it is there, where the wire begins."""
    if situation.first("ReLU"):
        return places.of_node(situation, situation.first("Conv2d"))
    return places.of_widget(situation, situation.window.panels.palette)


def _form(key: str) -> Callable[[Situation], QRect]:
    def place(situation: Situation) -> QRect:
        section = getattr(situation.window.panels.training.form, key)
        return places.of_tab(situation, "training", section.choice)

    return place


def _scroll_to(key: str) -> Callable[[Situation], bool]:
    return lambda situation: places.bring_into_sight(
        situation, getattr(situation.window.panels.training.form, key).choice
    )


def _look_at_curves(situation: Situation) -> bool:
    """Until the first epoch is drawn: a small window has no room for the form beside them."""
    run = situation.window.panels.training.run
    return places.bring_into_sight(situation, run.curves) and run.progress.position > 0


def _above(shown: Callable[[Situation], QRect]) -> Callable[[Situation], QRect]:
    return lambda situation: places.above_panels(situation, shown(situation))


def _run(situation: Situation) -> QRect:
    return places.of_tab(situation, "training", situation.window.panels.training.run)


def _source(situation: Situation) -> QRect:
    return places.of_tab(situation, "source", situation.window.panels.source)


def _look_at_mistake(situation: Situation) -> bool:
    mistake = situation.mistake if situation.is_checked else None
    return mistake is not None and places.look_at(situation, mistake.node)


def _selects(type_: str) -> Callable[[Situation], bool]:
    return lambda situation: situation.window.pane.selection == [situation.first(type_)]


STEPS = (
    Step(
        later("What goes in"),
        later("Point at the canvas, press Tab, type “input N 1 8 8” and press Enter: any "
              "number of pictures, of one channel and 8 x 8 pixels."),
        _canvas,
        lambda now: bool(now.first("Input")),
        deeds.place_input,
        places.below_canvas,
    ),
    Step(
        later("A layer by typing"),
        later("The Input is selected. Press Tab again and type “conv 8 3”: a convolution with "
              "8 filters of 3 x 3. Enter adds it, and wires it to what is selected."),
        _node("Input"),
        lambda now: bool(now.first("Conv2d")),
        deeds.add_convolution,
        places.below_canvas,
    ),
    Step(
        later("A wire by hand"),
        later("Drag ReLU from Activation at the left onto the empty canvas. Then drag from the "
              "dot at the right of the convolution to the ReLU."),
        _palette_then_wire,
        lambda now: now.is_wired("Conv2d", "ReLU"),
        deeds.wire_activation,
        places.below_canvas,
    ),
    Step(
        later("The rest of it"),
        later("Click the ReLU and go on by typing: Tab “flatten”, Tab “linear 64 10”, Tab "
              "“output”. The 64 is wrong, and meant to be."),
        _node("ReLU"),
        lambda now: all(map(now.first, ("Flatten", "Linear", "Output"))),
        deeds.add_rest,
        places.below_canvas,
    ),
    Step(
        later("Mend a mistake"),
        later("As soon as the shapes are known, a red badge says what does not fit. Click it, "
              "then the button with the fix."),
        _mistaken,
        lambda now: now.is_checked and now.mistake is None,
        deeds.fix,
        places.below_canvas,
        _look_at_mistake,
    ),
    Step(
        later("Look at a shape"),
        later("On each wire stands the shape of what flows there. Click the Flatten: at the "
              "right you see what comes in, what goes out, and why."),
        _node("Flatten"),
        _selects("Flatten"),
        deeds.look_at_shape,
        places.below_canvas,
        lambda now: places.look_at(now, now.first("Flatten")),
    ),
    Step(
        later("Choose data"),
        later("In the Training tab choose “Digits 8x8”: 1,797 real handwritten digits that "
              "come with the app. Your own files can be dropped onto the window."),
        _form("data"),
        lambda now: bool(now.chosen("data")),
        deeds.choose_data,
        _above(_form("data")),
        _scroll_to("data"),
    ),
    Step(
        later("Choose how it learns"),
        later("Choose an optimizer here, such as AdamW. A schedule below it, which changes the "
              "learning rate as time goes on, is up to you."),
        _form("optimizer"),
        lambda now: bool(now.chosen("optimizer")),
        deeds.choose_optimizer,
        _above(_form("optimizer")),
        _scroll_to("optimizer"),
    ),
    Step(
        later("Train"),
        later("Press Train. The network learns in a process of its own: you can go on drawing."),
        lambda now: places.of_widget(now, now.window.train_button.main),
        lambda now: bool(now.window.training.is_active or now.has_trained),
        deeds.train,
    ),
    Step(
        later("Watch it learn"),
        later("The dashed curve is what it learns from, the solid one what it has never seen. "
              "The tour goes on when the run is over."),
        _run,
        lambda now: now.has_trained and not now.window.training.is_active,
        None,
        _above(_run),
        _look_at_curves,
    ),
    Step(
        later("Take it away"),
        later("The Source tab shows the network as PyTorch that needs nothing of this app; "
              "Export there, or Ctrl+E, writes it to a file."),
        _source,
        lambda now: now.has_exported,
        deeds.export,
        _above(_source),
    ),
)  # fmt: skip

#: What is said when all is done.
END = (
    later("That was it"),
    later("You have built a network, and it has learned. Save it with Ctrl+S; New from Template "
          "in the File menu has larger ones, and ? lists the keys."),
)  # fmt: skip
