"""A moment: the day an article was published, with the clock time and the zone where they are known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,12})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?", re.ASCII
)
_WIDEST = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Moment:
    """A `day` with its `clock` (without a zone of its own) and `zone` (east of UTC); None where not known.

    Moments are ordered in part only: see `before`. Raises ValueError for a zone without a clock, or of more than 14 hours.
    """

    day: date
    clock: time | None = None
    zone: timedelta | None = None

    def __post_init__(self) -> None:
        if self.zone is not None and (self.clock is None or abs(self.zone) > _WIDEST):
            raise ValueError(f"no such zone at {self.day}: {self.zone}")

    @classmethod
    def parse(cls, text: str) -> Moment | None:
        """Return the moment in ISO form that `text` is: `2024-05-15`, `2024-05-15T14:05`, `2024-05-15T14:05:30+02:00`."""
        found = _ISO.fullmatch(text.strip())
        if found is None:
            return None
        year, month, day, hour, minute, second, zone = found.groups()
        try:
            clock = time(int(hour), int(minute), int(second or 0)) if hour else None
            return cls(date(int(year), int(month), int(day)), clock, _zone(zone))
        except ValueError:
            return None

    def isoformat(self) -> str:
        """Return the moment as `parse` reads it, with seconds only where there are some."""
        if self.clock is None:
            return self.day.isoformat()
        text = f"{self.day.isoformat()}T{self.clock.isoformat('seconds' if self.clock.second else 'minutes')}"
        if self.zone is None:
            return text
        minutes = round(self.zone.total_seconds() / 60)
        return f"{text}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else f"{text}Z"

    def before(self, other: Moment) -> bool:
        """Tell whether this moment surely comes first.

        Two with zones are compared in UTC. Of all others the earlier day comes first; on one day the earlier clock does,
        where both have one and none has a zone. A day and an hour of it come neither before nor behind each other.
        """
        if self.clock is not None and other.clock is not None:
            if self.zone is not None and other.zone is not None:
                return _utc(self.day, self.clock, self.zone) < _utc(other.day, other.clock, other.zone)
            if self.zone is None and other.zone is None:
                return (self.day, self.clock) < (other.day, other.clock)
        return self.day < other.day


def newest(moments: Iterable[Moment]) -> Moment | None:
    """Return the last moment by its day, as printed; on one day one without a clock, which may be any hour of it."""
    return max(moments, key=lambda m: (m.day, m.clock is None, m.clock or time.max, m.isoformat()), default=None)


def _zone(text: str | None) -> timedelta | None:
    if text is None or text == "Z":
        return None if text is None else timedelta()
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return -offset if text[0] == "-" else offset


def _utc(day: date, clock: time, zone: timedelta) -> datetime:
    """Return the moment in UTC; at the ends of the calendar it stays where it is."""
    try:
        return datetime.combine(day, clock, timezone(zone)).astimezone(UTC)
    except OverflowError:
        return datetime.combine(day, clock, UTC)
