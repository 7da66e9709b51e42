"""The business of the demo: a spa whose credentials open the sandboxes and nothing else."""

from ratiba.keeping.wish import Wish

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
