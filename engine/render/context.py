"""What a reply is rendered in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engine.model.facts import Kinds
from engine.model.tenant import Tenant
from engine.model.value import Scalar
from engine.render.book import PhraseBook
from engine.render.style import SPOKEN_CHANNELS, Style


@dataclass(frozen=True, slots=True)
class RenderContext:
    """Fixed for one turn.

    Attributes:
        book: the business's phrases.
        locale: the language of the reply.
        now: the turn's clock in the business's zone.
        thread_id: part of every button's id.
        customer: what the channel knows: `phone` (E.164, verified), `name` (untrusted).
        about: further facts of the business: `address`, `map_link`, `phone`, ...
        kinds: of facts by name: how each is shown.
        terms: facts of the business that the conversation goes by, over those of now.
    """

    book: PhraseBook
    tenant: Tenant
    locale: str
    channel: str
    now: datetime
    thread_id: str
    customer: Mapping[str, Scalar] = field(default_factory=dict)
    about: Mapping[str, Scalar] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=dict)
    terms: Mapping[str, Scalar] = field(default_factory=dict)

    @property
    def style(self) -> Style:
        """How values are shown."""
        spoken = self.channel in SPOKEN_CHANNELS
        return Style(self.locale, spoken, self.now.date(), self.kinds)

    @property
    def locales(self) -> tuple[str, ...]:
        """Languages to look a phrase up in, best first."""
        return (self.locale, self.tenant.locale, "en")
