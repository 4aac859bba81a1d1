"""A duty pack in memory, and those who work on it at home."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pressdesk.bootstrap import Services, services_on
from pressdesk.domain.duty_packs import Clash, Merged, Take
from pressdesk.storage.sealed import new_in_memory


@contextmanager
def taken_home(services: Services, person: str = "Sam Okafor") -> Iterator[Services]:
    """Give the services of a new pack of an office."""
    clock = services.context.clock
    pack = new_in_memory(clock)
    services.duty_packs.fill(pack, person)
    yield services_on(pack, clock, person)
    pack.close()


def merge(
    services: Services, home: Services, choose: Callable[[Clash], Take] | None = None
) -> Merged:
    """Merge a pack; ask about clashes as long as there are any."""
    choices: dict[Clash, Take] = {}
    merged = services.duty_packs.merge_from(home.context.database, choices)
    while merged.clashes and choose is not None:
        choices |= {clash: choose(clash) for clash in merged.clashes}
        merged = services.duty_packs.merge_from(home.context.database, choices)
    return merged


def correct(services: Services, enquiry_id: int, **facts: Any) -> None:
    """Correct some facts of an enquiry, as its form does."""
    from dataclasses import replace

    from pressdesk.domain.enquiries import EnquiryForm

    shown = services.enquiries.show(enquiry_id)
    summary, person = shown.summary, shown.journalist
    form = EnquiryForm(
        summary.received_at,
        journalist=person.name if person else "",
        outlet=summary.outlet,
        call_back=shown.call_back,
        email=shown.email,
        questions=shown.questions,
        subject=summary.subject,
        deadline_words=summary.deadline_words,
        deadline_at=summary.deadline_at,
        topics=shown.topics,
        publication=shown.publication,
        finished=False,
    )
    services.enquiries.correct(enquiry_id, shown.version, replace(form, **facts))
