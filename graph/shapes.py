"""The analysis of a document: made once, then kept up to date edit by edit."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.analysis import Analysis, BlockAnalysis, NodeAnalysis, TensorType
from graph.definitions import Definitions
from graph.document import ROOT, Change, Document, Edge, Graph, Value
from graph.ends import batch_symbols
from graph.flow import Flow
from graph.infer import Inference, Inputs
from graph.inside import Insides, in_order, once
from graph.limits import MAX_LAYERS, MAX_NETWORK_BYTES, MAX_NODES
from graph.phrases import later
from graph.problems import Problem
from graph.python.files import PythonFiles
from graph.refusing import Sight, refusal
from graph.sharing import mentioned
from graph.validate import check_surroundings
from graph.validate_graph import (
    check_cycles,
    check_document,
    check_ends,
    check_groups,
    check_identifiers,
    missing_input,
)
from graph.validate_in_place import check_in_place, writers
from graph.validate_rules import check_rules
from graph.validate_shared_shapes import check_shared
from graph.visit import Checked, Memory, Visit, explained, visit

#: Parts of a document that the analysis of its network does not read.
_APART = frozenset({"name", "training"})
#: Parts that are only seen: what is said of them may change, and no shape.
_SEEN = frozenset({"looks", "notes"})


def analyze(document: Document, memory: Memory | None = None) -> Analysis:
    """What is known of ``document``: shapes, cost, problems. Never raises, never hangs."""
    return Analyst(document, memory).analysis


class Analyst:
    """Keeps the analysis of a document that changes.

    After each edit hand its ``Change`` to ``update``: only the nodes it touched are looked at
    again, and those downstream whose inputs really became others. Changes no document.
    ``changed`` and ``removed`` name the nodes that the last update found different. A ``memory``
    may be shared by several, so that PyTorch is asked less.
    """

    changed: frozenset[str]
    removed: frozenset[str]

    def __init__(self, document: Document, memory: Memory | None = None) -> None:
        self._document = document
        self._memory = memory if memory is not None else Memory()
        #: The uses that lead into the block that somebody looks at, who is asked about its wires.
        self.path: tuple[str, ...] = ()
        self._start()

    @property
    def analysis(self) -> Analysis:
        return self._analysis

    @property
    def batch(self) -> frozenset[str]:
        """The symbols that stand for the batch."""
        return self._batch

    def update(self, change: Change) -> Analysis:
        """Follow edits that were applied to the document; of several, hand their union.

        Never raises: where following fails, all is looked at anew.
        """
        try:
            return self._update(change)
        except Exception:
            return self._restart()

    def look_again(self, python: PythonFiles) -> Analysis:
        """Take other Python files, or the same as they are now, and look at all anew."""
        self._memory.python = python
        return self._restart()

    def _update(self, change: Change) -> Analysis:
        if "blocks" in change.parts:
            return self._restart()
        self.changed, self.removed = frozenset(), frozenset()
        touched = change.nodes.get(ROOT, frozenset())
        around = bool(change.parts - _APART) or bool(change.moved.get(ROOT))
        inside = {s: change.nodes.get(s, ()) for s in {*change.nodes, *change.moved} - {ROOT}}
        if change.parts - _APART - _SEEN:  # frames of any scope, perhaps
            inside = {name: inside.get(name, ()) for name in self._document.blocks}
        if inside:
            others = self._definitions.refresh(inside)
            touched |= {name for name in self._nodes if self._graph.node(name).type in others}
            around |= bool(others)
        if touched or around:
            self._follow(touched, around=around)
        return self._analysis

    def _restart(self) -> Analysis:
        before = frozenset(self._visits)
        self._start()
        self.changed = frozenset(self._visits)
        self.removed = before - self.changed
        return self._analysis

    # the work

    def _start(self) -> None:
        self._graph: Graph = self._document.graph
        self._definitions = Definitions(self._document)
        self._insides = Insides(self._document, self._memory, self._definitions)
        self._batch: frozenset[str] = frozenset()
        self._checked: dict[str, Checked] = {}
        self._visits: dict[str, Visit] = {}
        self._nodes: dict[str, NodeAnalysis] = {}
        self._troubled: set[str] = set()
        self._mentions: dict[str, frozenset[str]] = {}  # whose weights a node speaks of
        self._explained: dict[str, list[Problem]] = {}
        self._whole: list[Problem] = []
        self._uses: Mapping[str, BlockAnalysis] = {}
        self._total = 0
        self._analysis = Analysis()
        self.changed, self.removed = frozenset(), frozenset()
        if len(self._graph) > MAX_NODES:
            message = later(
                "The network has {graph:,} layers; {max_nodes:,} are the most.",
                graph=len(self._graph),
                max_nodes=MAX_NODES,
            )
            self._analysis = Analysis(problems=(Problem("error", "too-large", message),))
            return
        try:
            self._flow = Flow(self._graph)
            self._follow(frozenset(self._graph.names), around=True)
        except Exception as error:  # a mistake of ours must not take the app along
            message = later("The network cannot be understood: {error}", error=str(error)[:200])
            self._analysis = Analysis(problems=(Problem("error", "refused", message),))

    def _follow(self, touched: Iterable[str], *, around: bool) -> None:
        """Look at ``touched`` again; with ``around`` also at what stands around nodes."""
        if len(self._graph) > MAX_NODES:
            self._start()
            return
        cyclic = self._flow.cyclic
        around |= self._flow.refresh(touched)
        gone = {name for name in touched if name not in self._graph}
        for name in gone:
            self._forget(name)
        dirty = {name for name in touched if name in self._graph} | (cyclic ^ self._flow.cyclic)
        dirty |= self._sharing_with(touched)
        dirty -= gone
        around |= self._check(dirty)
        changed = self._visit_all(dirty)
        self.changed, self.removed = frozenset(changed), frozenset(gone)
        if around:
            self._explained.clear()
            self._look_at_the_whole()
        uses = self._uses = self._insides.first_uses(self._nodes, self._graph)
        self._analysis = Analysis(
            dict(self._nodes),
            tuple(once(self._problems(uses))),
            self._total,
            {block: use.nodes for block, use in uses.items()},
            python=self._memory.python,
        )

    def _sharing_with(self, touched: Iterable[str]) -> set[str]:
        """The nodes that share weights of ``touched``, by way of others too."""
        touched = set(touched)
        for name in touched:
            found = mentioned(self._graph.node(name)) if name in self._graph else frozenset()
            self._mentions.pop(name, None)
            if found:
                self._mentions[name] = found
        reached = set(touched)
        while more := {n for n, said in self._mentions.items() if said & reached} - reached:
            reached |= more
        return reached - touched

    def _check(self, dirty: set[str]) -> bool:
        """Look at nodes and wires; whether others must be told. Adds to ``dirty`` those whose
        wires come from ports that are others now."""
        around = False
        behind: set[str] = set()
        for name in dirty:
            old = self._checked.get(name)
            new = self._checked[name] = self._check_one(name)
            around |= old is None or old.outline != new.outline
            if old is not None and old.ports.outputs != new.ports.outputs:
                behind |= {edge.target for edge in self._flow.leaving[name]}
        for name in behind - dirty:
            self._checked[name] = self._check_one(name)
        dirty |= behind
        return around

    def _check_one(self, name: str) -> Checked:
        return self._insides.check(ROOT, name, self._flow, {})

    def _visit_all(self, dirty: Iterable[str]) -> set[str]:
        """Visit ``dirty`` and what follows from it, in topological order."""
        rank = self._flow.rank
        self._learn_batch(dirty)
        waiting = [(rank[name], name) for name in set(dirty)]
        heapq.heapify(waiting)
        pending = {name for _, name in waiting}
        changed: set[str] = set()
        while waiting:
            _, name = heapq.heappop(waiting)
            pending.discard(name)
            old = self._visits.get(name)
            new = self._visit(name)
            self._note_trouble(name, new)
            if new == old:
                continue
            self._remember(name, new, old)
            if old is None or old.analysis != new.analysis:
                changed.add(name)
            if old is None or old.analysis.outputs != new.analysis.outputs:
                for edge in self._flow.leaving[name]:
                    target = edge.target
                    if target not in pending and target not in self._flow.cyclic:
                        pending.add(target)
                        heapq.heappush(waiting, (rank[target], target))
        return changed

    def _visit(self, name: str) -> Visit:
        checked = self._checked[name]
        try:
            return visit(checked, self._arriving(name), self._ask, self._enter)
        except Exception as error:  # whatever PyTorch may think of: no graph stops the app
            message = later(
                "{name}: {type} cannot be understood: {error}",
                name=name,
                type=checked.node.type,
                error=str(error)[:200],
            )
            problem = Problem("error", "refused", message, name)
            return Visit(NodeAnalysis(checked.node.type), (*checked.problems, problem))

    def _arriving(self, name: str) -> dict[str, TensorType] | None:
        """What arrives at each wired port, in the order of the ports; None if not all is known."""
        if name in self._flow.cyclic:
            return None
        found: dict[str, TensorType] = {}
        for edge in self._flow.entering[name]:
            source = self._nodes.get(edge.source)
            tensor = source.outputs.get(edge.source_port) if source else None
            if tensor is None:
                return None
            found[edge.target_port] = tensor
        return in_order(self._checked[name], found)

    def _learn_batch(self, dirty: Iterable[str]) -> None:
        """A letter that stands first in an Input must be free to be any number."""
        if not any(self._graph.node(name).type == "Input" for name in dirty):
            return
        inputs = [
            visit(self._checked[name], {}, self._ask).analysis.outputs
            for name in self._graph.names
            if self._graph.node(name).type == "Input"
        ]
        batch = batch_symbols(outputs["output"] for outputs in inputs if outputs)
        if batch != self._batch:
            self._batch = batch
            if isinstance(dirty, set):
                dirty |= set(self._graph.names)

    def _ask(self, type_: str, said: Mapping[str, Value], inputs: Inputs) -> Inference:
        return self._memory.infer(type_, said, inputs, self._batch)

    def _enter(self, block: str, said: Mapping[str, Value], inputs: Inputs) -> BlockAnalysis:
        return self._insides.enter(block, said, inputs, self._batch)

    # what is remembered

    def _remember(self, name: str, new: Visit, old: Visit | None) -> None:
        before = old.analysis.parameters if old else 0
        self._total += new.analysis.parameters - before
        self._visits[name] = new
        self._nodes[name] = new.analysis

    def _note_trouble(self, name: str, new: Visit) -> None:
        self._explained.pop(name, None)
        checked = self._checked[name]
        deeper = any(inside.problems for inside in new.analysis.insides)
        if deeper or new.problems or new.refusal or checked.missing or not checked.settled:
            self._troubled.add(name)
        else:
            self._troubled.discard(name)

    def _forget(self, name: str) -> None:
        old = self._visits.pop(name, None)
        if old is not None:
            self._total -= old.analysis.parameters
        self._nodes.pop(name, None)
        self._checked.pop(name, None)
        self._explained.pop(name, None)
        self._troubled.discard(name)

    # problems

    def _look_at_the_whole(self) -> None:
        graph, flow = self._graph, self._flow
        ends = {
            kind: [n for n in graph.names if graph.node(n).type == kind]
            for kind in ("Input", "Output")
        }
        starved = {name for name, checked in self._checked.items() if not checked.sound}
        self._writers = writers(graph)
        self._whole = [
            *check_document(self._document),
            *self._definitions.problems(),
            *check_groups(ROOT, graph),
            *check_identifiers(ROOT, graph.names),
            *check_cycles(ROOT, graph, flow),
            *check_ends(self._document, ROOT, graph, flow, ends, starved | flow.cyclic),
        ]

    def _problems(self, uses: Mapping[str, BlockAnalysis]) -> Iterator[Problem]:
        if self._total * 4 > MAX_NETWORK_BYTES:
            size = self._total * 4 / 2**30
            message = later("The network's weights would take {size:,.0f} GiB.", size=size)
            yield Problem("error", "too-large", message)
        if sum(node.layers for node in self._nodes.values()) > MAX_LAYERS:
            message = later(
                "With all blocks opened there are more than {max_layers:,} layers.",
                max_layers=MAX_LAYERS,
            )
            yield Problem("error", "too-large", message)
        yield from self._whole
        sharing = sorted(self._mentions, key=self._graph.order)
        yield from check_shared(ROOT, self._graph, sharing, self._nodes)
        yield from check_in_place(ROOT, self._graph, self._flow, self._writers, self._nodes)
        yield from check_rules(self._document, self._nodes)
        for name in sorted(self._troubled, key=self._graph.order):
            yield from self._visits[name].problems
            yield from self._explanation(name)
            for inside in self._nodes[name].insides:
                yield from inside.problems
        used = {node.inside.block for node in self._nodes.values() if node.inside is not None}
        for use in uses.values() if not used.issuperset(uses) else ():
            # What is wrong with a block that nothing uses does not keep the network from running.
            yield from (replace(problem, severity="warning") for problem in use.problems)

    def _explanation(self, name: str) -> list[Problem]:
        """What needs a look around: fixes that name other nodes."""
        found = self._explained.get(name)
        if found is None:
            checked, entering = self._checked[name], self._flow.entering[name]
            node = self._graph.node(name)
            is_block = node.type in self._document.blocks
            found = list(check_surroundings(ROOT, self._graph, node, is_block))
            found += [
                missing_input(self._document, ROOT, self._graph, self._flow, name, port)
                for port in checked.missing
            ]
            found += explained(
                self._document, ROOT, checked, self._visits[name], entering, self._ask
            )
            self._explained[name] = found
        return found

    # asked while a wire is dragged

    def refuses(self, scope: str, edge: Edge) -> Problem | None:
        """Why the target would not run if ``edge`` were there; None where it would, or may."""
        nodes: Mapping[str, NodeAnalysis] = self._nodes
        flow, names = self._flow, dict[str, Value]()
        if scope != ROOT:
            use = self._use(scope)
            if use is None:
                return None
            nodes, flow, names = use.nodes, self._definitions.flow(scope), dict(use.arguments)
        if edge.target not in nodes or edge.target in flow.cyclic:
            return None
        checked = self._insides.check(scope, edge.target, flow, names)
        return refusal(self._document, scope, edge, checked, Sight(nodes, flow, self._ask))

    def _use(self, block: str) -> BlockAnalysis | None:
        """The use of a block that ``path`` leads into, or the first."""
        nodes = self._nodes
        for name in self.path:
            inside = nodes[name].inside if name in nodes else None
            if inside is None:
                break
            if inside.block == block:
                return inside
            nodes = dict(inside.nodes)
        return self._uses.get(block)
