"""Texts that the window shows of what is data below it: families, style, sources of training data.

They are shown by ``tr`` like all others, and need no mark where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.welcome.template_data import templates
from graph.catalog import CATALOG
from graph.catalog.initializers import initializers
from graph.style import STYLE_OPTIONS
from train.catalog import losses, optimizers, schedules
from train.data.sources import SOURCES


def data_texts() -> Iterator[tuple[str, str]]:
    """Each text, and the file that it stands in."""
    for family in CATALOG.families():
        yield family.title, "graph/catalog/families.yaml"
    for layer in CATALOG.layers():
        yield layer.summary, "graph/catalog"
    for kind in (losses(), optimizers(), schedules()):
        for layer in kind.values():
            yield layer.summary, "train/catalog.json"
    for function in initializers().values():
        yield function.summary, "graph/catalog/initializers.yaml"
    for section, members in templates().items():
        yield section, "examples/index.yaml"
        for template in members:
            if template.line:
                yield template.line, "examples"
    for option in STYLE_OPTIONS:
        for text in (option.title, option.hint, *(words for _, words in option.values)):
            yield text, "graph/style.py"
    for source in SOURCES.values():
        yield source.title, "train/data/sources.py"
        yield source.summary, "train/data/sources.py"
