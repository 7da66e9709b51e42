"""A promise of the language does not hold: the flow's fault or ours, never the customer's."""


class Broken(Exception):
    """The turn cannot go on and nothing of it is committed; tried in vain, it is parked.

    `code` is stable and safe to alert on.
    """

    code = "machine.broken"
