"""What the analysis process tells of optimizer and schedule: groups, curve, and their code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.document import Document
from graph.errors import DataError, LoomError

if TYPE_CHECKING:
    from graph.analysis import Analysis
    from train.grouping import Formed, Member
    from train.settings import TrainingConfig

Message = dict[str, Any]

#: The document as it is now, with what is known of it, its folder, and whether data outside counts.
Look = Callable[[], tuple[Document, "Analysis", Path | None, bool]]


class SetupAnswers:
    """Answers ``groups``, ``schedule`` and ``setup`` of the document that it looks at."""

    def __init__(self, look: Look) -> None:
        self._look = look

    @property
    def deeds(self) -> dict[str, Callable[[Message], Message]]:
        """By the name of the request."""
        return {"groups": self.groups, "schedule": self.schedule, "setup": self.setup}

    def groups(self, request: Message) -> Message:
        """{"groups": [{"title", "index", "frozen", "spared", "settings", "members"}], "reason"}.

        ``members`` are [parameter, node, kind, numbers, learns].
        """
        from train.grouping import form_groups
        from train.optimization import default_decay, formed_groups

        document, analysis, _, _ = self._look()
        config = _config(document)
        try:
            members = self._members(document, analysis)
        except LoomError as error:
            return {"groups": [], "reason": str(error)}
        reason = ""
        try:
            formed_groups(members, config.optimizer)
        except LoomError as error:  # a group that has nothing yet: the others are told all the same
            reason = str(error)
        formed = form_groups(members, config.optimizer, default_decay(config.optimizer.type))
        return {"groups": [_plain(group, config) for group in formed], "reason": reason}

    def schedule(self, request: Message) -> Message:
        """{"preview": see ``train.preview``, or null, "known": of the data, "reason"}."""
        from train.optimization import formed_groups
        from train.preview import preview, steps_in_epoch

        document, analysis, folder, outside = self._look()
        config = _config(document)
        described = _described(config, folder, outside)
        try:
            formed = formed_groups(self._members(document, analysis), config.optimizer)
            shown = preview(config, formed, steps_in_epoch(config, described))
        except LoomError as error:
            return {"preview": None, "known": described is not None, "reason": str(error)}
        return {"preview": shown.to_plain(), "known": described is not None, "reason": ""}

    def setup(self, request: Message) -> Message:
        """{"text", "reason"}: optimizer and schedule as the training script has them."""
        from codegen.lower import lower
        from train.preview import steps_in_epoch
        from train.script_setup import setup_source

        document, analysis, folder, outside = self._look()
        config = _config(document)
        try:
            steps = steps_in_epoch(config, _described(config, folder, outside))
            text = setup_source(lower(document, analysis), config, steps)
        except LoomError as error:
            return {"text": "", "reason": str(error)}
        return {"text": text, "reason": ""}

    @staticmethod
    def _members(document: Document, analysis: Analysis) -> Sequence[Member]:
        from codegen.lower import lower
        from train.outline import members_of_program

        return members_of_program(lower(document, analysis))


def _config(document: Document) -> TrainingConfig:
    from train.settings import TrainingConfig

    return TrainingConfig.from_document(document)


def _described(config: TrainingConfig, folder: Path | None, outside: bool) -> Any:
    """What is known of the data; None where it cannot be read."""
    from train.data import describe

    try:
        return describe(config.data, folder, outside=outside)
    except DataError:
        return None


def _plain(group: Formed, config: TrainingConfig) -> Message:
    from train import catalog

    known = catalog.optimizers()[config.optimizer.type].arguments
    settings = {argument.name: argument.default for argument in known}
    return {
        "title": group.title,
        "index": group.index,
        "frozen": group.frozen,
        "spared": group.spared,
        "settings": {**settings, **config.optimizer.arguments, **group.settings},
        "members": [[m.name, m.node, m.kind, m.size, m.learns] for m in group.members],
    }
