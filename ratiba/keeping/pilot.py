"""The business of the demo: a spa whose credentials open the sandboxes and nothing else."""

from engine.settings import Settings
from ratiba import loop
from ratiba.keeping.session import connected
from ratiba.keeping.wish import Wish
from ratiba.local.stores import Progress

SLUG = "spa_pilot"
NAME = "Ratiba Spa Pilot"
NUMBER_ID = "100000000000001"
SHORTCODE = "174379"
ACCESS_TOKEN = "sandbox-token"  # noqa: S105 - opens the sandbox, as the next ones do
PASSKEY = "sandbox-passkey"
CONSUMER = ("sandbox-key", "sandbox-secret")

PILOT = Wish(
    slug=SLUG,
    vertical="spa",
    whatsapp_number_id=NUMBER_ID,
    mpesa_shortcode=SHORTCODE,
    settings=(
        f"name={NAME}",
        f"whatsapp_token={ACCESS_TOKEN}",
        f"mpesa_passkey={PASSKEY}",
        f"mpesa_consumer_key={CONSUMER[0]}",
        f"mpesa_consumer_secret={CONSUMER[1]}",
    ),
)

THERE = "SELECT count(*), count(*) FILTER (WHERE slug = %s) FROM public.tenants"


def have_pilot(settings: Settings, progress: Progress, *, only_if_empty: bool = False) -> None:
    """Add `spa_pilot` if it is missing.

    Args:
        settings: with a database that is migrated.
        progress: told of it.
        only_if_empty: only if there is no other business either.
    """
    with connected(settings.database_url) as session:
        every, pilots = session.execute(THERE, [SLUG]).fetchone() or (0, 0)
    if pilots or (only_if_empty and every):
        return
    progress(f"adding {SLUG}")
    from ratiba.keeping.add import add_to

    loop.run(add_to(settings, PILOT))
