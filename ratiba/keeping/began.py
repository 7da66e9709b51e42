"""What a business of a kind begins with, for whoever asks what was set since."""

from tools.tenants.plan import Plan
from tools.tenants.verticals import list_verticals, load_vertical


def began(vertical: str) -> Plan:
    """Give the plan of a vertical; an empty one, if the kind is not shipped any more."""
    if vertical in list_verticals():
        return load_vertical(vertical)
    return Plan(vertical, vertical, (), ())
