"""Amounts in figures; the database counts whole Kenyan shillings."""


def in_figures(shillings: int | float) -> str:
    """Write 1500 as "KES 1,500"; cents only where there are some."""
    whole = float(shillings).is_integer()
    return f"KES {int(shillings):,}" if whole else f"KES {shillings:,.2f}"
