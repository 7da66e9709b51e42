"""The demo's business, with all that the walk needs."""

from collections.abc import Mapping

from engine.assembly.core import Core
from engine.model.tenant import Tenant
from ratiba.keeping.pilot import NUMBER_ID, PILOT, SHORTCODE, SLUG

FROM_SLUG = "Spa Pilot"
"""Its name if it was added by hand and given none."""


async def ready(core: Core) -> tuple[Tenant, Mapping[str, str]]:
    """Give the business with its credentials.

    One that was added by hand lacks a number, a token or M-Pesa: what is missing is added, what
    is there stays as it is.
    """
    tenant, held = await core.tenants.by_slug(SLUG), await core.credentials.of(SLUG)
    if tenant.mpesa_enabled and tenant.whatsapp_phone_number_id and "whatsapp_token" in held:
        return tenant, held
    from ratiba.keeping.change import change
    from tools.tenants.options import Options, read_options

    wanted = read_options((*PILOT.settings, f"mpesa_shortcode={SHORTCODE}"))
    options = Options(
        name=wanted.name if tenant.name == FROM_SLUG else None,
        mpesa_enabled=True,
        credentials={name: held.get(name, value) for name, value in wanted.credentials.items()},
    )
    number = None if tenant.whatsapp_phone_number_id else NUMBER_ID
    return await change(core, SLUG, options, number), await core.credentials.of(SLUG)
