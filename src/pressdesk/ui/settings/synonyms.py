"""Synonyms: the office's own groups of words, and those that ship."""

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.synonyms import Group
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field, KeyButton, PlainEdit
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.list_section import Item, ListSection
from pressdesk.ui.settings.section import Work
from pressdesk.ui.tools import Message, Tools


class SynonymsSection(ListSection):
    """What a journalist says and what a release says, side by side."""

    title = "Synonyms"
    about = "Words that stand for one another when releases and earlier enquiries are suggested."
    thing = "group"
    blank = {"words": "", "active": True}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        hint = "With = between them, as lorry = haulier = HGV. Plurals are found by themselves."
        form = Form(
            {
                "words": Field("&Words", PlainEdit(lines=(3, 6)), hint),
                "active": QCheckBox("&Used"),
            }
        )
        super().__init__(services, tools, form)
        self._removed: Item | None = None
        remove = KeyButton("Remove", key="Alt+Delete", parent=self)
        remove.clicked.connect(self.remove)
        self.buttons.addWidget(remove)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [_item(group) for group in facts.synonyms]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        before = key if isinstance(key, str) else None
        active = bool(values["active"])
        return partial(
            self.services.synonyms.change, before, text_of(values, "words"), active=active
        )

    def remove(self) -> None:
        """Take the group chosen away and offer to undo it; a shipped one is switched off."""
        item = self.current_item()
        if item is None:
            self.put_back()
            return
        self._removed = item
        self._drafts.pop(item.key, None)
        work = partial(self.services.synonyms.remove, item.title)
        self.tools.runner.run(self, work, self._on_removed, self._refuse)

    def undo(self) -> None:
        """Bring back the group that was removed, or use it again."""
        if self._removed is not None:
            title, values = self._removed.title, self._removed.values
            before = title if self._is_listed(title) else None
            work = partial(
                self.services.synonyms.change, before, title, active=bool(values["active"])
            )
            self.tools.runner.run(self, work, self._on_put_back, self._refuse)

    def _is_listed(self, words: str) -> bool:
        return self.facts is not None and words in (group.words for group in self.facts.synonyms)

    def _on_removed(self, _nothing: None) -> None:
        sentence = "The group is not used any more."
        self.tools.navigator.say(Message(sentence, action="Put it back", act=self.undo))

    def _on_put_back(self, _group: Group) -> None:
        self.tell("Saved")


def _item(group: Group) -> Item:
    marks = ("shipped" if group.shipped else "yours", "" if group.active else "switched off")
    values: Values = {"words": group.words, "active": group.active}
    return Item(group.words, group.words, " · ".join(filter(None, marks)), values)
