"""What suggestions are worth: ``python -m tests.acceptance.relevance`` prints the table.

The baseline is SQLite's own bm25 over any of the words, in the same run on the same library.
"""

import statistics
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.bearing import Strength
from pressdesk.storage import search
from tests.acceptance.library import fill

QUESTIONS = Path(__file__).with_name("questions.toml")
DATA = Path(__file__).parents[2].parent / "shared" / "data" / "releases"
FRESH = Path(__file__).with_name("fresh_questions.toml")
KINDS = ("near", "body", "hard")
Suggest = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Question:
    """A journalist's question, and the headlines any of which answers it."""

    kind: str
    asks: str
    expects: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """The place of the first right release among those suggested (0 is none), and how long it took."""

    question: Question
    place: int
    suggested: int
    ms: float


@dataclass(frozen=True)
class Result:
    """What one ranking reached."""

    answers: tuple[Answered, ...]

    def hit(self, within: int, kinds: Iterable[str] = KINDS) -> float:
        """Return the percentage of questions with a right release among the first ``within``."""
        asked = [one for one in self.answers if one.question.kind in kinds]
        return 100 * sum(0 < one.place <= within for one in asked) / len(asked)

    def refused(self) -> str:
        """Return how many of the questions that nothing answers got no suggestion."""
        asked = [one for one in self.answers if one.question.kind == "none"]
        return f"{sum(not one.suggested for one in asked)} of {len(asked)}"

    def mean(self) -> float:
        """Return the milliseconds that a question took on average."""
        return statistics.mean(one.ms for one in self.answers)

    def p95(self) -> float:
        """Return the milliseconds within which 95 of 100 questions were answered."""
        return statistics.quantiles((one.ms for one in self.answers), n=20)[-1]


def questions(file: Path = QUESTIONS) -> list[Question]:
    """Return the frozen questions of a file."""
    found = tomllib.loads(file.read_text("utf-8"))["questions"]
    return [Question(one["kind"], one["asks"], tuple(one["expects"])) for one in found]


def library() -> Services:
    """Return services on all real releases, in memory."""
    services = open_services(":memory:library", FixedClock(datetime(2026, 11, 23, tzinfo=UTC)), "M")
    fill(services.context, DATA)
    return services


def plain(services: Services) -> Suggest:
    """Return the baseline: any of the words, SQLite's bm25."""

    def suggest(asks: str) -> Sequence[str]:
        words = search.RELEASE_WORDS
        query = search.holds(words, search.any_query(asks))
        best = select(words.c.headline).where(query).order_by(search.best_first()).limit(3)
        with services.context.database.reading() as session:
            return session.scalars(best).all()

    return suggest


def ours(services: Services) -> Suggest:
    """Return what the program suggests."""
    return lambda asks: [one.headline for one in services.releases.bearing_on(asks, 3)]


def called_strong(services: Services) -> Suggest:
    """Return what the program suggests and does not call weak."""
    return lambda asks: [
        one.headline
        for one in services.releases.bearing_on(asks, 3)
        if one.strength is Strength.STRONG
    ]


def measure(suggest: Suggest, asked: Iterable[Question]) -> Result:
    """Return what a ranking reaches on some questions."""
    return Result(tuple(_answered(suggest, question) for question in asked))


def _answered(suggest: Suggest, question: Question) -> Answered:
    began = time.perf_counter()
    found = suggest(question.asks)
    ms = 1000 * (time.perf_counter() - began)
    wanted = {_same(title) for title in question.expects}
    places = [place for place, title in enumerate(found, 1) if _same(title) in wanted]
    return Answered(question, places[0] if places else 0, len(found), ms)


def _same(title: str) -> str:
    return " ".join(title.split()).casefold()


HEAD = (
    "| Questions | Ranking | near | body | hard | all hit@1 | all hit@3 | mean, ms | p95, ms |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
)


def table(services: Services) -> Iterator[str]:
    """Yield the rows: the questions that were tuned on, and those that were kept back."""
    rankings = (("FTS5 bm25, any word", plain(services)), ("PressDesk", ours(services)))
    for name, asked in (("tuned on", questions()), ("fresh", questions(FRESH))):
        for ranking, suggest in rankings:
            result = measure(suggest, asked)
            kinds = " | ".join(f"{result.hit(3, (kind,)):.0f}" for kind in KINDS)
            total = f"{result.hit(1):.0f} | {result.hit(3):.0f} | {result.mean():.1f} | {result.p95():.1f}"
            yield f"| {name} | {ranking} | {kinds} | {total} |"


def refusals(services: Services, every: Sequence[Question]) -> Iterator[str]:
    """Yield what became of the questions that no release answers."""
    for name, suggest in (("nothing", ours), ("nothing strong", called_strong)):
        refused = measure(suggest(services), every).refused()
        yield f"Of the questions that nothing answers, {name} was suggested for {refused}."


def main() -> None:
    """Print the table."""
    services, every = library(), [*questions(), *questions(FRESH)]
    lines = (*HEAD, *table(services), "", *refusals(services, every))
    sys.stdout.write("\n".join(lines) + "\n")
    services.close()


if __name__ == "__main__":
    main()
