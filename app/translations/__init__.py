"""Translators' files, for Qt Linguist, and how they are brought up to date."""
