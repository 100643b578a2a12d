"""``python -m app.translations``: bring the translators' files up to date with the source.

Texts that are new appear as unfinished, for Qt Linguist; those no longer in the source go.
"""

from __future__ import annotations

import sys

from app.languages import LANGUAGES
from app.translations.linguist_file import FOLDER, compile_file, read, written
from app.translations.sources import sources


def update() -> int:
    """Write all files; return how many texts still want a translation."""
    found, missing = sources(), 0
    for language in LANGUAGES:
        if language == "en":
            continue
        path = FOLDER / f"layerloom_{language}.ts"
        said = read(path)
        path.write_text(written(found, said, language), encoding="utf-8")
        compile_file(path)
        wanted = [source.text for source in found if not said.get(source.text)]
        sys.stdout.write("".join(f"{language}: {text!r}\n" for text in wanted))
        missing += len(wanted)
    return missing


if __name__ == "__main__":
    sys.exit(1 if update() else 0)
