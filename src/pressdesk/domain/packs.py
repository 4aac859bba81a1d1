"""The pack: several outlets that ask about one subject within a few hours.

The rule can be told in words: open enquiries of at least so many outlets, received within so many
hours, that share two telling words. Words that many enquiries hold tell nothing here. What an
office gathered, or said was no pack, is not offered again. Whoever else then asks may join: their
enquiry holds two of the words that name the pack.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

from pressdesk.domain.enquiries import EnquirySummary, Status
from pressdesk.domain.lines_to_take import LineSummary
from pressdesk.domain.office import PackRule
from pressdesk.domain.said import time_said
from pressdesk.domain.telling_words import telling_words
from pressdesk.domain.word_forms import stem, tokens

_MOST_WORDS = 24  # of one enquiry; a pasted page says little about its subject at the end
_NAMED = 4  # words that name a pack


@dataclass(frozen=True)
class Asking:
    """An open enquiry as the spotter reads it; without an outlet it counts for none."""

    id: int
    outlet: str
    received_at: datetime
    words: str
    reference: str = ""


@dataclass(frozen=True)
class Spotted:
    """A pack that may be gathered: what its enquiries share, their ids from the first on."""

    name: str
    enquiries: tuple[int, ...]
    outlets: int
    since: datetime

    def said(self, zone: ZoneInfo) -> str:
        """Return “3 outlets asked about Saltmere fire engines since 09:12”."""
        since = time_said(self.since, zone)
        return f"{self.outlets} outlets asked about {self.name} since {since}"


@dataclass(frozen=True)
class PackMember:
    """One enquiry of a pack; ``given`` says that it has the pack's answer or is answered."""

    enquiry: EnquirySummary
    given: bool


@dataclass(frozen=True)
class Pack:
    """Enquiries gathered on one subject, with the line that answers them all."""

    id: int
    name: str
    members: tuple[PackMember, ...]
    line: LineSummary | None = None

    @property
    def left(self) -> int:
        """How many still wait for an answer."""
        return sum(not member.given for member in self.members)

    @property
    def said(self) -> str:
        """The pack in words: “Saltmere fire engines: 1 of 3 answered”."""
        done = len(self.members) - self.left
        return f"{self.name}: {done} of {len(self.members)} answered"


@dataclass(frozen=True)
class Joiner:
    """An enquiry of a further outlet that may join a gathered pack."""

    enquiry_id: int
    reference: str
    outlet: str
    pack_id: int
    name: str

    @property
    def said(self) -> str:
        """The offer in words: “Channel Seven asks about Saltmere fire engines too”."""
        return f"{self.outlet} asks about {self.name} too"


def is_given(enquiry: EnquirySummary) -> bool:
    """Say whether an enquiry needs no answer any more."""
    return enquiry.status in (Status.ANSWERED, Status.CLOSED)


def stems_of(words: str) -> dict[str, str]:
    """Return the telling words of an enquiry by their stems, as they were written."""
    said = telling_words(words, _MOST_WORDS)
    return {stem("".join(tokens(word))): word for word in reversed(said)}


def shared_by_several(askings: Iterable[Asking], rule: PackRule) -> set[str]:
    """Return the stems that enquiries of enough outlets hold: those worth asking an index about."""
    holders: dict[str, set[str]] = defaultdict(set)
    for asking in askings:
        for one in stems_of(asking.words):
            holders[one].add(asking.outlet)
    return {one for one, outlets in holders.items() if len(outlets - {""}) >= rule.outlets}


def joiners(
    askings: Iterable[Asking], packs: Sequence[Pack], common: Collection[str] = ()
) -> tuple[Joiner, ...]:
    """Return the enquiries that may join one of the packs, each with the first that fits.

    ``common`` are stems that many enquiries hold.
    """
    subjects = [(pack, stems_of(pack.name).keys() - set(common)) for pack in packs]
    found: list[Joiner] = []
    for one in askings:
        held = stems_of(one.words).keys() if one.outlet else set[str]()
        fitting = (pack for pack, subject in subjects if len(subject & held) > 1)
        if (pack := next(fitting, None)) is not None:
            found.append(Joiner(one.id, one.reference, one.outlet, pack.id, pack.name))
    return tuple(found)


def spot(
    askings: Sequence[Asking], rule: PackRule, common: Collection[str] = ()
) -> tuple[Spotted, ...]:
    """Return the packs among open enquiries, the largest first; each enquiry is in one at most.

    ``common`` are stems that many enquiries hold.
    """
    left = {asking.id: asking for asking in askings}
    found: list[Spotted] = []
    while (best := _largest(left.values(), rule, common)) is not None:
        found.append(best)
        for enquiry_id in best.enquiries:
            del left[enquiry_id]
    return tuple(found)


def _largest(
    askings: Collection[Asking], rule: PackRule, common: Collection[str]
) -> Spotted | None:
    stems = {asking: stems_of(asking.words) for asking in askings}
    telling = shared_by_several(askings, rule) - set(common)
    groups: dict[tuple[str, str], list[Asking]] = defaultdict(list)
    for asking, words in stems.items():
        for pair in combinations(sorted(words.keys() & telling), 2):
            groups[pair].append(asking)
    packs = [pack for group in groups.values() if (pack := _within(group, rule))]
    if not packs:
        return None
    best = max(packs, key=lambda pack: (_outlets(pack), len(pack), -min(one.id for one in pack)))
    return Spotted(
        name=_name(best, stems),
        enquiries=tuple(one.id for one in best),
        outlets=_outlets(best),
        since=best[0].received_at,
    )


def _within(group: Iterable[Asking], rule: PackRule) -> list[Asking] | None:
    """Return those of a group, from the first on, that lie within the hours with most outlets."""
    ordered = sorted(group, key=lambda one: (one.received_at, one.id))
    best: list[Asking] = []
    for first in ordered:
        end = first.received_at + rule.within
        some = [one for one in ordered if first.received_at <= one.received_at <= end]
        if _outlets(some) > _outlets(best):
            best = some
    return best if _outlets(best) >= max(rule.outlets, 2) else None


def _outlets(group: Iterable[Asking]) -> int:
    return len({asking.outlet.casefold() for asking in group} - {""})


def _name(pack: Sequence[Asking], stems: Mapping[Asking, Mapping[str, str]]) -> str:
    """Return the words that all of a pack share, as the first of them wrote, its subject first."""
    first, *others = pack
    shared = set(stems[first]).intersection(*(stems[one] for one in others))
    subject, _, _rest = first.words.partition("\n")
    for words in (subject, first.words):
        told = [word for word in telling_words(words, _MOST_WORDS) if _stem(word) in shared]
        if len(told) > 1:
            break
    return " ".join(told[:_NAMED])


def _stem(word: str) -> str:
    return stem("".join(tokens(word)))
