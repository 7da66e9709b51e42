"""What all flows of one compilation share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.model.flow import SlotType
from engine.model.tool import ToolDefinition
from engine.spec.draft import Draft

Phrases: TypeAlias = Mapping[str, Mapping[str, frozenset[str]]]
"""Locale -> phrase id -> the names that the phrase prints (`service`, `service.minutes`)."""
Told: TypeAlias = Mapping[str, frozenset[str]]
"""Phrase id -> the settings of its flow that the phrase names."""


@dataclass(frozen=True, slots=True)
class World:
    """The names beyond one flow.

    Attributes:
        drafts: every flow whose name could be read.
        unread: names of flows whose files could not be read: not unknown, only broken.
    """

    drafts: Mapping[str, Draft]
    tools: Mapping[str, ToolDefinition]
    phrases: Phrases
    types: Mapping[str, SlotType]
    unread: frozenset[str] = field(default_factory=frozenset)
    told: Told = field(default_factory=dict)

    def flows(self) -> frozenset[str]:
        """The names that a flow may lead to."""
        return frozenset(self.drafts) | self.unread
