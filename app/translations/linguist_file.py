"""Qt Linguist's files: ``.ts``, in which people translate, and ``.qm``, which Qt reads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree

from app.translating import CONTEXT
from app.translations.sources import Source

FOLDER = Path(__file__).parent

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def read(path: Path) -> dict[str, str]:
    """By source text its translation; ``""`` where there is none that is finished."""
    if not path.exists():
        return {}
    translations = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        said = _said(translation) if translation is not None else ""
        translations[message.findtext("source", "")] = said
    return translations


def written(sources: Iterable[Source], said: Mapping[str, str], language: str) -> str:
    """The file's text: all sources with their translations; those no longer used are left out."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source in sorted(sources, key=lambda source: source.places[0][0]):
        counts = {"numerus": "yes"} if source.counts else {}
        message = ElementTree.SubElement(context, "message", counts)
        for file in dict.fromkeys(file for file, _ in source.places):
            ElementTree.SubElement(message, "location", filename=f"../../{file}")
        ElementTree.SubElement(message, "source").text = source.text
        words = said.get(source.text, "")
        finished = {} if words else {"type": "unfinished"}
        translation = ElementTree.SubElement(message, "translation", finished)
        form = ElementTree.SubElement(translation, "numerusform") if source.counts else translation
        form.text = words
    ElementTree.indent(root, "    ")
    return _HEAD + ElementTree.tostring(root, encoding="unicode") + "\n"


def compile_file(path: Path) -> None:
    """Write the ``.qm`` beside the ``.ts``."""
    import PySide6

    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    compiler = Path(PySide6.__file__).parent / name
    subprocess.run([compiler, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def _said(translation: ElementTree.Element) -> str:
    if translation.get("type"):
        return ""
    form = translation.find("numerusform")
    return (translation if form is None else form).text or ""
