"""`ratiba feedback`."""

from ratiba.verbs import Json, Tenant


def feedback(tenant: Tenant, json: Json = False) -> None:
    """Show what customers thought: their ratings and words, the newest first."""
    from ratiba.keeping.feedback import FEEDBACK
    from ratiba.keeping.listing import show

    show(FEEDBACK, tenant, json=json)
