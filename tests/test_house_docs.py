"""The documents tell the truth: what they show is what the program makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/guide/*.md"))
DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", *GUIDE]


def test_the_readme_shows_the_very_source_that_lenet_exports(loom) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)

    assert shown == loom("export", ROOT / "examples" / "lenet_mnist.loom.yaml").out


def test_the_project_in_the_readme_is_a_sound_one(loom, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "shown.loom.yaml").write_text(shown, encoding="utf-8")

    assert loom("check", tmp_path / "shown.loom.yaml").err == ""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_links_to_is_there(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_file_and_folder_that_architecture_md_names_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:app|codegen|graph|train|tests|examples)/[\w./*-]*)`", text)

    assert named
    assert [name for name in named if not list(ROOT.glob(name.rstrip("/")))] == []


def test_every_page_of_the_guide_stands_in_its_index() -> None:
    index = (ROOT / "docs" / "guide" / "README.md").read_text(encoding="utf-8")

    assert [page for page in GUIDE if f"]({Path(page).name})" not in index] == [
        "docs/guide/README.md"
    ]
