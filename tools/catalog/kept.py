"""What was made of a tenant's rows, kept while the tenant's version stands."""

from collections import OrderedDict
from typing import Generic, TypeVar

from engine.model.tenant import Tenant

T = TypeVar("T")


class Kept(Generic[T]):
    """The most recently used of at most `size` tenants, the newest version of each."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._items: OrderedDict[tuple[int, str], tuple[int, T]] = OrderedDict()

    def get(self, tenant: Tenant) -> T | None:
        """Give what was kept at exactly this version."""
        item = self._items.get((tenant.id, tenant.slug))
        if item is None or item[0] != tenant.version:
            return None
        self._items.move_to_end((tenant.id, tenant.slug))
        return item[1]

    def put(self, tenant: Tenant, thing: T) -> None:
        """Keep it, in the place of an older version."""
        self._items[tenant.id, tenant.slug] = (tenant.version, thing)
        self._items.move_to_end((tenant.id, tenant.slug))
        if len(self._items) > self._size:
            self._items.popitem(last=False)
