"""The office's own synonyms, and the shipped ones that it does not use."""

from sqlalchemy.orm import Mapped, mapped_column

from pressdesk.storage.tables.base import Audited, Base


class SynonymRow(Audited, Base):
    """A group written ``lorry = haulier``; a shipped one is kept only while it is switched off."""

    __tablename__ = "synonym"

    words: Mapped[str] = mapped_column(unique=True)
    active: Mapped[bool]
