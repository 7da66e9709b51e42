"""Phrase books by business, kept until its row changes."""

from collections import OrderedDict

from engine.model.tenant import Tenant
from engine.render.book import PhraseBook
from engine.render.entries import Texts

MOST = 512
"""Books kept at once; the least used goes first."""


class Shelf:
    """The shipped book, and each business's own on top of it, by the version of its row."""

    def __init__(self, shipped: PhraseBook, most: int = MOST) -> None:
        self._shipped, self._most = shipped, most
        self._kept: OrderedDict[int, tuple[int, PhraseBook]] = OrderedDict()

    def get(self, tenant: Tenant) -> PhraseBook | None:
        """The business's book as of its present version; None if it must be made."""
        version, book = self._kept.get(tenant.id, (None, None))
        if book is None or version != tenant.version:
            return None
        self._kept.move_to_end(tenant.id)
        return book

    def put(self, tenant: Tenant, overrides: Texts) -> PhraseBook:
        """Make and keep the business's book; without phrases of its own it is the shipped one."""
        own = any(overrides.values())
        book = self._shipped.with_overrides(overrides) if own else self._shipped
        self._kept[tenant.id] = (tenant.version, book)
        self._kept.move_to_end(tenant.id)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return book
