"""An enquiry at each stage of being answered, for the pictures.

A state is made by services, on an enquiry of its own, before anything is typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from pressdesk.bootstrap import Services
from pressdesk.clock import FixedClock
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, EnquiryType, Terms
from pressdesk.domain.promises import PromiseState
from pressdesk.services.clearance import Said

WORDS = (
    "On a typical weekday morning nine of its 21 engines had no crew. The service is graded good "
    "for prevention and protection, and requires improvement for responding to emergencies."
)
ALTERED = WORDS.replace("nine", "eight")
QUESTIONS = ("How many engines had no crew?", "What grade did the service get?")


@dataclass(frozen=True)
class Made:
    """An enquiry that is being made."""

    services: Services
    clock: FixedClock
    id: int

    def later(self, minutes: int) -> None:
        """Let time go by."""
        self.clock.instant += timedelta(minutes=minutes)

    def say(self, kind: AnswerKind, words: str, **facts: object) -> None:
        """Record words."""
        answer = Answer(
            words=words,
            terms=Terms.ON_THE_RECORD,
            given_by="",
            given_at=self.clock.now(),
            channel=Channel.PHONE,
            kind=kind,
            **facts,  # type: ignore[arg-type]
        )
        self.services.answering.answer(self.id, answer, despite="")

    def acknowledge(self) -> None:
        """Say that it was received."""
        self.say(AnswerKind.ACKNOWLEDGED, "I have your question and am looking into it.")

    def hold(self) -> None:
        """Give a holding answer."""
        self.say(AnswerKind.HOLDING, "We are checking the figures and will come back to you by 5.")

    def ask(self, steps: int = 0) -> None:
        """Ask for clearance and have the first steps cleared."""
        self.services.clearances.ask(self.id, WORDS, "Statement")
        for who in ("Dr Amin", "M. Reyes", "Spokesperson’s office")[:steps]:
            self.later(4)
            live = self.services.clearances.live(self.id)
            assert live is not None
            step = live.waits_for[0]
            self.services.clearances.clear(step.id, Said(who, by_phone=True))

    def send_back(self) -> None:
        """Have the words sent back."""
        live = self.services.clearances.live(self.id)
        assert live is not None
        said = Said("M. Reyes", by_phone=True, words="Say it is the morning, not the day")
        self.services.clearances.send_back(live.waits_for[0].id, said)

    def promise(self, words: str) -> None:
        """Promise something."""
        self.services.promises.make(self.id, words)


def _answered(made: Made) -> None:
    made.acknowledge()
    made.later(9)
    made.say(AnswerKind.SUBSTANTIVE, WORDS)


def _declined(made: Made) -> None:
    made.acknowledge()
    made.services.answering.close(made.id, "Declined", "A case is before the courts.")


def _foi(made: Made) -> None:
    made.acknowledge()
    made.services.answering.close(made.id, "Passed to FOI", foi_reference="FOI-26-118")


def _half(made: Made) -> None:
    made.acknowledge()
    made.later(6)
    asked = made.services.enquiries.show(made.id).asked
    made.say(AnswerKind.SUBSTANTIVE, WORDS, questions=(asked[0].id,))


def _late(made: Made) -> None:
    made.acknowledge()
    made.promise("I’ll ring with the figure in 20 minutes")
    made.promise("The dates on Fri 10am")
    first = made.services.enquiries.show(made.id).promises[0]
    made.services.promises.settle(first.id, PromiseState.KEPT)
    made.promise("I’ll ring in 35 minutes")


def _asked(made: Made, steps: int) -> None:
    made.acknowledge()
    made.ask(steps)
    made.later(2)


def _sent_back(made: Made) -> None:
    made.ask(1)
    made.send_back()


def _nothing(_made: Made) -> None:
    """Only logged."""


@dataclass(frozen=True)
class State:
    """``typed`` stands in the form, on the record, when the picture is taken."""

    make: Callable[[Made], None]
    typed: str = ""
    questions: tuple[str, ...] = QUESTIONS[:1]
    type: EnquiryType = EnquiryType.INFORMATION


STATEMENT = EnquiryType.STATEMENT
STATES = {
    "nothing-said": State(_nothing),
    "questions-open": State(Made.acknowledge, questions=QUESTIONS),
    "half-answered": State(_half, questions=QUESTIONS),
    "being-written": State(Made.acknowledge, WORDS),
    "gaps-left": State(_nothing, "The figure for [FORCE] is XX per cent."),
    "to-be-cleared": State(_nothing, WORDS, type=STATEMENT),
    "clearance-asked": State(lambda made: _asked(made, 0), WORDS, type=STATEMENT),
    "cleared-in-part": State(lambda made: _asked(made, 2), WORDS, QUESTIONS, STATEMENT),
    "sent-back": State(_sent_back, WORDS, type=STATEMENT),
    "cleared": State(lambda made: _asked(made, 3), WORDS, type=STATEMENT),
    "cleared-by-others": State(lambda made: _asked(made, 3), type=STATEMENT),
    "changed-since": State(lambda made: _asked(made, 3), ALTERED, type=STATEMENT),
    "holding-given": State(Made.hold),
    "promise-open": State(_late),
    "answered": State(_answered),
    "declined": State(_declined),
    "passed-to-foi": State(_foi),
}


def make_states(services: Services, clock: FixedClock) -> dict[str, int]:
    """Make an enquiry in each state, as it stands at one moment; return their ids."""
    now, made = clock.instant, {}
    for name, state in STATES.items():
        clock.instant = now - timedelta(minutes=25)
        form = EnquiryForm(
            clock.instant,
            journalist="Dexter Wolvercote",
            outlet="The Kerbside",
            call_back="07700 900417",
            subject="Saltmere fire engines without a crew",
            questions=state.questions,
            deadline_words="in 90 minutes",
            topics=("Fire inspections",),
            type=state.type,
        )
        made[name] = services.enquiries.log(form).id
        clock.instant += timedelta(minutes=3)
        state.make(Made(services, clock, made[name]))
    clock.instant = now
    return made
