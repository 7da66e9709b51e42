"""What customers thought: asked where the business wants it, kept, and looked at when it is low."""

from tests.turns.spa import Customer, Spa
from tools.crm.ratings import ratings

ON = """UPDATE public.tenants SET dials = dials || '{"feedback": 1}', mpesa_enabled = false
    WHERE slug = %s"""


async def booked(spa: Spa, *, asks: bool) -> Customer:
    async with spa.house.engine.core.database.connection() as connection:
        sql = ON if asks else "UPDATE public.tenants SET mpesa_enabled = false WHERE slug = %s"
        await connection.execute(sql, [spa.tenant.slug])
    return await (await spa.customer().says("haircut tomorrow at 3pm")).says("yes")


async def test_it_is_off_unless_the_dial_says_otherwise(spa: Spa) -> None:
    assert (await booked(spa, asks=False)).state == "BOOKED"


async def test_a_rating_and_words_are_kept(spa: Spa) -> None:
    customer = await booked(spa, asks=True)
    assert customer.state == "RATING"
    await (await customer.says("5")).says("you are the best")
    assert customer.state == "THANKED"
    ((rating, comment, named),) = await spa.rows(
        "SELECT f.rating, f.comment, a.service_id FROM {t}.feedback f"
        " JOIN {t}.appointments a ON a.id = f.appointment_id"
    )
    assert (rating, comment, named) == (5, "you are the best", "haircut")
    assert await spa.rows("SELECT FROM {t}.attention_items") == []
    (seen,) = await ratings(spa.gate)
    assert (seen.rating, seen.comment, seen.service, seen.person) == (5, comment, "Haircut", "Anna")


async def test_a_low_rating_is_put_before_the_team(spa: Spa) -> None:
    customer = await booked(spa, asks=True)
    await (await customer.taps("rating=one")).says("skip")
    assert customer.state == "SORRY"
    ((reason, rating),) = await spa.rows(
        "SELECT reason, (details ->> 'rating')::int FROM {t}.attention_items"
    )
    assert (reason, rating) == ("low_rating", 1)
    assert await spa.rows("SELECT comment FROM {t}.feedback") == [(None,)]


async def test_silence_or_a_new_task_leaves_it(spa: Spa) -> None:
    customer = await booked(spa, asks=True)
    await customer.says("how much is a massage?")
    assert customer.state == "RATING"
    await spa.wait(minutes=61)
    assert await spa.rows("SELECT FROM {t}.feedback") == []
    assert (await customer.says("hello")).state == "GREET"
