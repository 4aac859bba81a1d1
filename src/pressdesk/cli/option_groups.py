"""Options that belong together, as one dataclass that several commands take."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from inspect import Parameter
from typing import Any, get_type_hints


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Spread the dataclasses that a command takes into the options they hold.

    Typer reads the options of a command from its signature; the command itself gets each group
    whole. Every field of a group has a default.
    """
    hints = get_type_hints(command, include_extras=True)
    groups = {name: kind for name, kind in hints.items() if _is_group(kind)}

    @functools.wraps(command)
    def spread(**typed: Any) -> None:
        for name, kind in groups.items():
            typed[name] = kind(**{one.name: typed.pop(one.name) for one in fields(kind)})
        command(**typed)

    options = [
        option
        for name, parameter in inspect.signature(command).parameters.items()
        for option in _options(name, parameter, hints[name])
    ]
    spread.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    spread.__annotations__ = {one.name: one.annotation for one in options}
    return spread


def _is_group(kind: object) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)


def _options(name: str, parameter: Parameter, kind: Any) -> list[Parameter]:
    """Return a parameter by keyword, or those of the fields of a group."""
    if not _is_group(kind):
        return [Parameter(name, Parameter.KEYWORD_ONLY, default=parameter.default, annotation=kind)]
    hints = get_type_hints(kind, include_extras=True)
    return [
        Parameter(
            one.name,
            Parameter.KEYWORD_ONLY,
            default=_default(one),
            annotation=hints[one.name],
        )
        for one in fields(kind)
    ]


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
