"""When something was saved, as the language writes dates."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDateTime, QLocale

from app.translating import number_locale, tr
from app.words import time_of_day


def when(moment: datetime) -> str:
    """``Today, 14:05:31``, or with the date."""
    locale, short = number_locale(), QLocale.FormatType.ShortFormat
    at = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))
    time = time_of_day(at.time())
    if moment.date() == date.today():
        return tr("Today, {time}").format(time=time)
    return f"{locale.toString(at.date(), short)}, {time}"
