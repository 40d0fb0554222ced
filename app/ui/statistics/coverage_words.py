"""What is said of the time that was really observed. Given values, nothing else."""

from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, QTime

from app.domain.statistics.facts import Coverage, GapWhy, ObservedGap
from app.ui.dialogs.words import short_date

#: Its two ends are the same time of day.
_SHORT = timedelta(minutes=1)


class Said(NamedTuple):
    """The first sentence, the rest, and whether something was not observed."""

    head: str
    rest: str = ""
    warns: bool = False


class CoverageWords(QObject):
    """No figure without the time that it is about."""

    def sum_up(self, coverage: Coverage) -> Said:
        """The notice over the figures."""
        if not coverage.observed:
            return Said(
                self.tr("Nothing of this time was observed."),
                self.tr("What is counted came from the history of the chats, if anything did."),
                warns=True,
            )
        since, until = coverage.observed[0][0], coverage.observed[-1][1]
        if until - since < _SHORT:
            fate = self._fate(coverage.gaps) if coverage.gaps else ""
            return Said(self.tr("Covers less than a minute."), fate, warns=bool(coverage.gaps))
        times = self.span(coverage, since, until)
        inner = [gap for gap in coverage.gaps if since < gap.since and gap.until < until]
        if not coverage.gaps:
            return Said(self.tr("Covers {span} without gaps.").format(span=times))
        if not inner:
            head = self.tr("Covers {span} only.").format(span=times)
            return Said(head, self._fate(coverage.gaps), warns=True)
        head = self.tr("Covers {span} with %n gap(s).", "", len(inner)).format(span=times)
        fate = self._fate(coverage.gaps)
        if len(inner) > 1 and any(gap.recovered and not gap.lasting for gap in coverage.gaps):
            fate = self.tr("In all gaps: {fate}").format(fate=fate[:1].lower() + fate[1:])
        return Said(head, f"{self._told(coverage, inner)} {fate}", warns=True)

    def gap(self, coverage: Coverage, gap: ObservedGap) -> str:
        """One gap in a list of all."""
        span = self.span(coverage, gap.since, gap.until)
        return self.tr("{span}: {why}").format(span=span, why=self.why(gap.why))

    def fate(self, gap: ObservedGap) -> str:
        """What became of the events of one gap."""
        if gap.lost and not gap.recovered:
            return self.tr("Events of this time may be missing for good.")
        return self._fate((gap,))

    def why(self, why: GapWhy) -> str:
        """Why nothing was read."""
        return {
            GapWhy.NETWORK: self.tr("no connection to the portal"),
            GapWhy.PAUSED: self.tr("reading was paused"),
            GapWhy.CLOSED: self.tr("the console was closed"),
            GapWhy.SLEEP: self.tr("the computer slept"),
            GapWhy.SIGNED_OUT: self.tr("nobody was signed in"),
            GapWhy.REFUSED: self.tr("the portal did not let events be read"),
            GapWhy.DEEP: self.tr("more messages than the portal gives back"),
            GapWhy.UNKNOWN: self.tr("before events were first read here"),
        }[why]

    def span(self, coverage: Coverage, since: datetime, until: datetime) -> str:
        """Two moments, with their days where the period has more than one."""
        zone = coverage.period.zone
        one_day = coverage.period.since.astimezone(zone).date() == until.astimezone(zone).date()
        first, last = (_moment(each, zone, with_day=not one_day) for each in (since, until))
        return self.tr("{first} to {last}").format(first=first, last=last)

    def _told(self, coverage: Coverage, inner: list[ObservedGap]) -> str:
        longest = max(inner, key=lambda gap: gap.until - gap.since)
        span, why = (
            self.span(coverage, longest.since, longest.until),
            self.why(longest.why),
        )
        if len(inner) == 1:
            return self.tr("Nothing was read from {span} ({why}).").format(span=span, why=why)
        return self.tr("The longest: {span} ({why}).").format(span=span, why=why)

    def _fate(self, gaps: tuple[ObservedGap, ...]) -> str:
        if any(gap.lasting for gap in gaps):
            past = tuple(gap for gap in gaps if not gap.lasting)
            told = self.tr("What the portal told up to now is not read yet.")
            return f"{self._fate(past)} {told}" if past else told
        recovered = sum(gap.recovered for gap in gaps)
        lost = any(gap.lost for gap in gaps)
        if not recovered:
            if lost:
                return self.tr("Events of the other times may be missing.")
            return self.tr("Nothing came in afterwards.")
        told = self.tr("%n event(s) were recovered afterwards", "", recovered)
        if lost:
            return self.tr("{recovered}, others may be missing.").format(recovered=told)
        return self.tr("{recovered}, none is known to be missing.").format(recovered=told)


def _moment(moment: datetime, zone: tzinfo, *, with_day: bool) -> str:
    here = moment.astimezone(zone)
    clock = QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)
    return f"{short_date(here.date())} {clock}" if with_day else clock
