"""The words by which customers name services and people."""

from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from engine.model.understanding import Term, Vocabulary
from tools.catalog.kept import Kept
from tools.catalog.model import Catalogue, Service
from tools.catalog.read import KEPT, read_catalogue

_kept: Kept[Vocabulary] = Kept(KEPT)


async def vocabulary(read: ReadGate, tenant: Tenant) -> Vocabulary:
    """Give the words of a tenant's services and people, kept by its version.

    A word that fits several services is a word of each of them.
    """
    kept = _kept.get(tenant)
    if kept is None:
        kept = vocabulary_of(await read_catalogue(read, tenant))
        _kept.put(tenant, kept)
    return kept


def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    """Make the words of a catalogue."""
    services = tuple(
        Term("service", service.id, _words(_names(service)))
        for service in catalogue.services.values()
    )
    people = tuple(
        Term("staff", person.id, _words((person.name, *person.aka))) for person in catalogue.people
    )
    return services + people + _own(catalogue)


def _own(catalogue: Catalogue) -> Vocabulary:
    """The words of a business's own lists: what a type of that name hears."""
    return tuple(
        Term(kind, entry.id, _words((entry.name_en, entry.name_sw, *entry.words)))
        for kind, entries in catalogue.lists.items()
        for entry in entries
    )


def _names(service: Service) -> tuple[str, ...]:
    return (service.name_en, service.name_sw, *service.synonyms)


def _words(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(name.lower().split()) for name in names))
