"""The walk of seeds/000: message, recap, yes, prompt, approval, booked; each step is checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from ratiba.demo.missed import Missed, check
from ratiba.demo.phone import Phone
from ratiba.demo.watch import Watch
from ratiba.demo.words import Script

YES = "yes"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What passed between two rests of the conversation.

    Attributes:
        customer: what was written; "" for an approval.
        states: passed, the one it began in first.
        prompt: on the phone.
        ms: from the customer's act to the last thing shown.
    """

    customer: str
    replies: tuple[str, ...]
    heard: str
    states: tuple[str, ...]
    ms: float
    prompt: str = ""
    approved: bool = False


async def walk(
    phone: Phone, watch: Watch, script: Script, show: Callable[[Exchange], None]
) -> None:
    """Book and pay.

    Raises:
        Missed: something came otherwise than the walk says.
    """
    began = perf_counter()
    await phone.write(script.first)
    summary = await phone.reply()
    heard, states = watch.take()
    show(Exchange(script.first, (summary,), heard, states, _ms(began)))
    check("the summary", script.summary, summary)
    _arrived("CONFIRM", states)

    began = perf_counter()
    await phone.write(YES)
    asked = await phone.reply()
    prompt = await phone.prompt()
    heard, states = watch.take()
    show(Exchange(YES, (asked,), heard, states, _ms(began), prompt=prompt.text))
    check("the M-Pesa prompt", script.prompt, prompt.text)
    _arrived("PAYMENT_PENDING", states)

    began = perf_counter()
    await phone.approve(prompt)
    booked = await phone.reply()
    heard, states = watch.take()
    show(Exchange("", (booked,), heard, states, _ms(began), approved=True))
    check("the confirmation", script.booked, booked.partition("\n")[0])
    _arrived("BOOKED", states)


def _ms(began: float) -> float:
    return (perf_counter() - began) * 1000


def _arrived(state: str, states: Sequence[str]) -> None:
    if not states or states[-1] != state:
        raise Missed("the state", state, states[-1] if states else "none")
