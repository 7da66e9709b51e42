"""What the protocol gives of a conversation before its first word, checked."""

from typing import Annotated, Literal

from pydantic import Field

from ratiba.conversing.business import Read


class Past(Read):
    """A booking of this customer; `start` is an ISO minute of the business's wall clock."""

    id: str
    service: str
    staff: str
    start: str
    status: Literal["confirmed", "pending", "completed", "cancelled", "no_show"]


class Busy(Read):
    """Somebody's time that others have taken."""

    staff: str
    start: str
    end: str


class Customer(Read):
    """Who talks."""

    phone: str
    known_name: str | None = None
    past_bookings: tuple[Past, ...] = ()


class Switches(Read):
    """How the business is set; `cross_sell` left out: as its vertical has it."""

    mpesa: bool = False
    cross_sell: Annotated[float, Field(ge=0, le=1)] | None = None
    channel: str = "whatsapp"


class Given(Read):
    """What is there already."""

    customer: Customer
    busy: tuple[Busy, ...] = ()
    settings: Switches = Switches()


class Conversation(Read):
    """A conversation as it begins; its turns are the driver's own affair."""

    now: str
    given: Given
