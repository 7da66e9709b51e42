"""One business: is there something to book, somebody who works, a number, money."""

from collections.abc import Iterator
from typing import LiteralString

from engine.errors import ConfigError
from engine.store.names import compose_for
from engine.store.secrets import Keyring
from ratiba.doctor.published import published
from ratiba.doctor.row import Row, fail, good, warn
from ratiba.keeping.session import Session
from tools.tenants.mpesa import lacking, remedy

ROW = """
SELECT whatsapp_phone_number_id, mpesa_enabled, credentials FROM public.tenants WHERE slug = %s
"""
CATALOGUE: LiteralString = """
SELECT (SELECT count(*) FROM {t}.services WHERE active),
    (SELECT count(*) FROM {t}.staff WHERE active),
    (SELECT coalesce(array_agg(name ORDER BY name), '{}') FROM {t}.staff s
     WHERE active AND NOT EXISTS (SELECT FROM {t}.staff_schedules d WHERE d.staff_id = s.id)),
    (SELECT coalesce(array_agg(name_en ORDER BY name_en), '{}') FROM {t}.services v
     WHERE active AND NOT EXISTS (SELECT FROM {t}.staff_services o WHERE o.service_id = v.id))
"""
SET = "ratiba tenant set {slug} {what}=..."
SCHEDULE = (
    "INSERT INTO tenant_{slug}.staff_schedules (staff_id, day_of_week, start_time, end_time) "
    "SELECT s.id, d, '09:00', '18:00' FROM tenant_{slug}.staff s, generate_series(1, 5) d "
    "WHERE NOT EXISTS (SELECT FROM tenant_{slug}.staff_schedules x WHERE x.staff_id = s.id);"
)
OFFER = "INSERT INTO tenant_{slug}.staff_services (staff_id, service_id) VALUES ('...', '...');"
TOKEN = "whatsapp_token"  # noqa: S105 - the credential's name


def business(session: Session, slug: str, keyring: Keyring) -> Iterator[Row]:
    """Look at what a conversation with this business needs."""
    yield from _catalogue(session, slug)
    number, mpesa, stored = session.execute(ROW, [slug]).fetchone() or (None, False, None)
    what = f"{slug}: WhatsApp number id"
    anew = SET.format(slug=slug, what="whatsapp_number_id")
    yield good(what, number) if number else fail(what, "not set", anew)
    yield from _credentials(slug, stored, keyring, mpesa=mpesa)
    yield from published(session, slug)


def _catalogue(session: Session, slug: str) -> Iterator[Row]:
    found = session.execute(compose_for(slug, CATALOGUE)).fetchone()
    services, staff, idle, unserved = found or (0, 0, [], [])
    what = f"{slug}: services"
    if not services:
        yield fail(what, "none", f"INSERT INTO tenant_{slug}.services ...")
    elif unserved:
        yield warn(what, f"nobody offers {', '.join(unserved)}", OFFER.format(slug=slug))
    else:
        yield good(what, str(services))
    yield _staff(slug, staff, idle)


def _staff(slug: str, staff: int, idle: list[str]) -> Row:
    what = f"{slug}: staff"
    if not staff:
        return fail(what, "none", f"INSERT INTO tenant_{slug}.staff ...")
    if idle:
        level = fail if len(idle) == staff else warn
        return level(what, f"no schedule: {', '.join(idle)}", SCHEDULE.format(slug=slug))
    return good(what, f"{staff}, all with schedules")


def _credentials(
    slug: str, stored: bytes | None, keyring: Keyring, *, mpesa: bool
) -> Iterator[Row]:
    try:
        given = keyring.decrypt(slug, bytes(stored)) if stored else {}
    except ConfigError as error:
        yield fail(f"{slug}: credentials", "do not open", str(error))
        return
    what = f"{slug}: WhatsApp token"
    anew = SET.format(slug=slug, what=TOKEN)
    yield good(what, "set") if given.get(TOKEN) else fail(what, "not set", anew)
    yield _daraja(slug, given, mpesa=mpesa)


def _daraja(slug: str, given: object, *, mpesa: bool) -> Row:
    what = f"{slug}: M-Pesa"
    if not mpesa:
        return good(what, "off: bookings are not paid for by chat")
    held = given if isinstance(given, dict) else {}
    lacks = lacking(held)
    if lacks:
        return fail(what, f"lacks {', '.join(lacks)}", remedy(slug, lacks))
    return good(what, f"shortcode {held['mpesa_shortcode']}")
