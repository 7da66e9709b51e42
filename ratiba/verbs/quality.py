"""`ratiba quality`."""

from ratiba.verbs import Json, Tenant


def quality(tenant: Tenant, json: Json = False) -> None:
    """Show how well customers were understood in the last day, and the latest that were not."""
    from ratiba.keeping.quality import run

    run(tenant, json=json)
