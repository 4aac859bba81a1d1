"""A list of which things can be taken away, and put back at once."""

from abc import abstractmethod

from pressdesk.bootstrap import Services
from pressdesk.errors import PressDeskError
from pressdesk.ui.kit import KeyButton, Tone
from pressdesk.ui.settings.form import Form
from pressdesk.ui.settings.list_section import NEW, Item, ListSection
from pressdesk.ui.settings.section import Work
from pressdesk.ui.tools import Message, Tools


class RemovableSection(ListSection):
    """Things known by their ids. What is in use must stay; the sentence that says so tells why."""

    def __init__(self, services: Services, tools: Tools, form: Form) -> None:
        super().__init__(services, tools, form)
        self._removed: Item | None = None
        button = KeyButton("Remove", key="Alt+Delete", parent=self)
        button.clicked.connect(self.remove)
        self.buttons.addWidget(button)

    @abstractmethod
    def removal(self, key: int) -> Work:
        """Return what takes a thing away; it raises Refused for one that must stay."""

    def remove(self) -> None:
        """Take the thing chosen away, and offer to put it back; one being added is let go."""
        item = self.current_item()
        if item is None:
            self.put_back()
            return
        assert isinstance(item.key, int)
        self._removed = item
        self.tools.runner.run(self, self.removal(item.key), self._say_removed, self._stays)

    def undo(self) -> None:
        """Put back what was taken away last."""
        if self._removed is not None and self.facts is not None:
            work = self.keep(self.facts, NEW, self._removed.values)
            self.tools.runner.run(self, work, self._say_put_back, self._stays)

    def _say_removed(self, _done: object) -> None:
        if self._removed is not None:
            self._drafts.pop(self._removed.key, None)
            sentence = f"“{self._removed.title}” is removed."
            self.tools.navigator.say(Message(sentence, action="Put it back", act=self.undo))

    def _say_put_back(self, _done: object) -> None:
        self.tell("Saved")

    def _stays(self, error: PressDeskError) -> None:
        self.tools.navigator.say(Message(str(error), Tone.WARNING))
