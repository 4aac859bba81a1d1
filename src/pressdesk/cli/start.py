"""What every command starts from: the options, and the office opened when first needed."""

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import typer

from pressdesk import bootstrap, paths, settings
from pressdesk.bootstrap import Services
from pressdesk.clock import Clock, SystemClock
from pressdesk.errors import NotFound, Refused
from pressdesk.settings import WindowOptions
from pressdesk.storage.sealing import is_sealed_file

PASSPHRASE = "PRESSDESK_PASSPHRASE"  # noqa: S105 - the name of a variable
WindowStarter = Callable[[WindowOptions], int]


@dataclass
class Start:
    """One run of the command line."""

    start_window: WindowStarter
    options: WindowOptions = field(default_factory=WindowOptions)
    clock: Clock = field(default_factory=SystemClock)
    _services: Services | None = None

    def services(self, *, new: bool = False) -> Services:
        """Return the services of the office that the options name, opened once.

        Only a command that starts an office makes a ``new`` file; a mistyped name makes none.
        """
        if self._services is None:
            self._services = self._opened(new=new)
        return self._services

    def close(self) -> None:
        """Let go of the office's file."""
        if self._services is not None:
            self._services.close()

    def _opened(self, *, new: bool) -> Services:
        if self.options.sample:
            return bootstrap.open_sample(self.clock)
        chosen = settings.load(paths.settings_file())
        person = self.options.person.strip() or chosen.person or _signed_in()
        named = Path(chosen.database) if chosen.database else paths.office_database()
        file = self.options.database or named
        if not new and not file.exists():
            raise NotFound(
                f"There is no office at {file}. Check the name, or start an office there with: "
                "pressdesk --database FILE office start"
            )
        passphrase = passphrase_of(file) if is_sealed_file(file) else ""
        return bootstrap.open_services(file, self.clock, person, passphrase)


def passphrase_of(file: Path, *, new: bool = False) -> str:
    """Return the passphrase of a duty pack, from the environment or asked; typed twice if new."""
    typed: str = os.environ.get(PASSPHRASE) or typer.prompt(
        f"Passphrase of {file.name}", hide_input=True, confirmation_prompt=new, err=True
    )
    return typed


def _signed_in() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:  # a computer that does not know its user
        raise Refused("Say who is acting, like: pressdesk --as “Priya Nair” …") from error


def services_of(context: typer.Context, *, new: bool = False) -> Services:
    """Return the services that a command works with."""
    start: Start = context.obj
    return start.services(new=new)
