"""`ratiba bookings`."""

from ratiba.verbs import Json, Tenant


def bookings(tenant: Tenant, json: Json = False) -> None:
    """Show what is booked, soonest first, with what customers said of it: a party, a plate."""
    from ratiba.keeping.bookings import BOOKINGS
    from ratiba.keeping.listing import show

    show(BOOKINGS, tenant, json=json)
