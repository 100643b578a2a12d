"""Sharing weights by keys alone: which layer the selected one shall call."""

from __future__ import annotations

from app.canvas.key_choosing import Choice, KeyChoosing
from app.translating import tr
from graph.edits import Edit
from graph.errors import EditError
from graph.phrases import sentence
from graph.sharing_edits import lenders_for, share_all_edit, share_edit, unshare_edit


class KeySharing(KeyChoosing):
    """Of several that are selected, the others share the weights of the first.

    Of one, it is chosen whose it shares, and where there is but one it could, there is no choice.
    To choose again what was chosen gives it weights of its own.
    """

    def begin(self) -> None:
        """Share what is selected."""
        scene = self._view.canvas
        self.cancel()
        if len(scene.selected) != 1:
            self._share_all(list(scene.selected))
            return
        [self._node] = scene.selected
        node = scene.graph.node(self._node)
        choices = [
            Choice(other, is_taken=other == node.options.get("shares"))
            for other in lenders_for(scene.graph, node)
        ]
        if len(choices) > 1:
            self._offer(choices, tr("Letters or arrows choose whose weights it shares."))
        elif choices:
            self.chosen(choices[0])
        else:
            words = tr("There is no other {type} whose weights {name} could share.")
            self._view.refused.emit(words.format(type=node.type, name=node.name))

    def chosen(self, choice: Choice) -> None:
        """Call the layer that was chosen or, where it was called already, one of its own."""
        scene = self._view.canvas
        graph, node = scene.graph, scene.graph.node(self._node)
        self.cancel()
        if choice.is_taken:
            self._request(unshare_edit(graph, node, scene.scope))
        else:
            self._request(share_edit(graph, node, choice.node, scene.scope))

    def _share_all(self, names: list[str]) -> None:
        scene = self._view.canvas
        try:
            self._request(share_all_edit(scene.graph, names, scene.scope))
        except EditError as error:
            self._view.refused.emit(tr(sentence(str(error))))

    def _request(self, edit: Edit) -> None:
        self._view.edit_requested.emit(edit)
