"""What `up` says once it is up: where everything is, and what to do next."""

import json
from collections.abc import Sequence

from rich.text import Text
from sqlalchemy.engine import make_url

from engine.model.tenant import Tenant
from engine.settings import Settings
from ratiba.sandboxes import Sandboxes
from ratiba.terminal.bubbles import DIM
from ratiba.terminal.out import console

SOMEBODY = "254712000100"


def hello(api: str, settings: Settings, tenants: Sequence[Tenant], at: Sandboxes | None) -> None:
    """Print it."""
    out = console()
    rows = [("API", f"{api}  (/readyz, /metrics, /docs)"), ("database", _psql(settings))]
    if at is None:
        rows.append(("WhatsApp", f"{settings.whatsapp_api_base}  for real"))
        rows.append(("M-Pesa", f"{settings.daraja_api_base}  for real"))
    else:
        rows.append(("WhatsApp", f"{at.graph_url}  a sandbox: WHATSAPP_APP_SECRET is not set"))
        rows.append(("M-Pesa", f"{at.daraja_url}  a sandbox"))
    rows.append(("businesses", ", ".join(tenant.slug for tenant in tenants) or "none"))
    for name, value in rows:
        out.print(Text.assemble((f"{name:<11}", "bold"), value), soft_wrap=True)
    for line in _next(tenants, at):
        out.print(Text(line, DIM), soft_wrap=True)
    out.print("Ctrl-C stops all.")


def _psql(settings: Settings) -> str:
    """How to look at the rows; a password is left to the reader."""
    shown = make_url(settings.database_url).render_as_string(hide_password=True)
    return f"psql '{shown}'"


def _next(tenants: Sequence[Tenant], at: Sandboxes | None) -> list[str]:
    if not tenants:
        return ["Add a business: ratiba tenant add my_spa --vertical spa"]
    lines = [f"Talk to it in another terminal: ratiba chat --tenant {tenants[0].slug}"]
    numbers = [t.whatsapp_phone_number_id for t in tenants if t.whatsapp_phone_number_id]
    if at is not None and numbers:
        body = json.dumps({"account": numbers[0], "phone": SOMEBODY, "text": "Hi"})
        lines += [
            "Or over the wire:",
            f"  curl -H content-type:application/json -d '{body}' {at.graph_url}/sandbox/customer",
            f"  curl {at.graph_url}/sandbox/messages",
        ]
    return lines
