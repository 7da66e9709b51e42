"""Questions in whole turns: answered from the rows, and the open question comes back."""

import pytest
import structlog

from tests.turns.spa import Spa, settle_latest

MASSAGES = "Swedish massage: KES 3,500"
MASAJI = "Masaji ya Swedish: KES 3,500"
ASKED = [("how much is a massage?", MASSAGES), ("masaji ni ngapi?", MASAJI)]


@pytest.mark.parametrize(("question", "told"), ASKED)
async def test_a_price_is_told_at_every_state_and_the_question_comes_back(
    spa: Spa, question: str, told: str
) -> None:
    customer = spa.customer()
    roads = [
        ("book an appointment", "COLLECT_SERVICE"),
        ("pedicure", "COLLECT_STAFF"),
        ("Anna", "COLLECT_SLOT"),
        ("tomorrow 3pm", "CONFIRM"),
        ("yes", "PAYMENT_PENDING"),
    ]
    for words, state in roads:
        await customer.says(words)
        assert customer.state == state
        before = customer.session
        await customer.says(question)
        assert (customer.state, told in (await customer.replies())[-1]) == (state, True)
        assert before is not None
        assert customer.session is not None
        assert customer.session.frames[0].slots == before.frames[0].slots
        assert customer.session.rungs == 0
    await settle_latest(spa)
    await spa.work()
    (row,) = await spa.rows("SELECT service_id, status FROM {t}.appointments")
    assert row == ("pedicure", "confirmed")


async def test_the_cost_without_a_name_is_that_of_what_is_being_booked(spa: Spa) -> None:
    customer = await spa.customer().says("a pedicure with Anna tomorrow at 3pm")
    await customer.says("what's the cost?")
    told = (await customer.replies())[-1]
    assert told.startswith("Pedicure is KES 1,500 and takes 1 hour.")
    assert "To confirm: Pedicure" in told


async def test_a_question_beside_a_wish_is_answered_and_the_wish_is_served(spa: Spa) -> None:
    customer = await spa.customer().says(
        "How much is a pedicure? If it's under 2000 book me tomorrow 3pm"
    )
    told = (await customer.replies())[-1]
    assert customer.state == "COLLECT_STAFF"
    assert "Pedicure is KES 1,500" in told
    assert "Which therapist would you like?" in told


async def test_a_question_beside_a_yes_is_answered_after_it(spa: Spa) -> None:
    await spa.gate.execute(
        """INSERT INTO {t}.business_settings VALUES ('address', '"Moi Avenue"')"""
    )
    customer = await spa.customer().says("haircut tomorrow at 3pm")
    await customer.says("yes, where are you?")
    assert customer.state == "PAYMENT_PENDING"
    assert "Moi Avenue" in (await customer.replies())[-1]


async def test_what_was_asked_about_is_what_is_booked(spa: Spa) -> None:
    customer = await spa.customer().says("bei ya manicure ni ngapi?")
    assert customer.state == "OFFER"
    assert "KES 1,200" in (await customer.replies())[-1]
    await customer.says("inachukua dakika ngapi?")
    assert "dakika 45" in (await customer.replies())[-1]
    await customer.says("ndio, kesho saa tisa mchana na Anna")
    assert customer.state == "CONFIRM"
    assert "Kucha za mikono kesho saa tisa" in (await customer.replies())[-1]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("are you open on Sunday?", "open on Sunday, from 09:00 to 18:00"),
        ("mnafunga saa ngapi Jumamosi?", "Jumamosi tuko wazi kuanzia saa tatu asubuhi"),
        ("what are your hours?", "Every day: 09:00 to 18:00"),
        ("who does manicures?", "Manicure is done by Anna and Jane."),
        ("what services do you offer?", "Body scrub: KES 3,500"),
        ("do you do pedicures?", "Yes, we do. Pedicure is KES 1,500"),
        ("what should I bring?", "Towels, a robe and slippers"),
        ("nibebe nini?", "Taulo, joho na ndara"),
        ("nalipa aje?", "Unalipa kwa M-Pesa"),
        ("do you have a swimming pool?", "that I do not know"),
        ("kuna bwawa la kuogelea?", "hilo silijui"),
    ],
)
async def test_what_customers_ask(spa: Spa, question: str, told: str) -> None:
    customer = await spa.customer().says(question)
    assert told in (await customer.replies())[-1]
    assert customer.state == "OFFER"


@pytest.mark.parametrize(
    ("question", "told"),
    [("are you a bot?", "not a person"), ("wewe ni mtu ama mashine?", "si mtu")],
)
async def test_who_asks_whether_a_person_answers_is_told_the_truth(
    spa: Spa, question: str, told: str
) -> None:
    customer = await spa.customer().says(question)
    assert told in (await customer.replies())[-1]


async def test_the_words_are_phrases_that_the_business_may_change(spa: Spa) -> None:
    await spa.gate.execute(
        "INSERT INTO {t}.phrases"
        " VALUES ('en', 'inquiry.price',"
        " '{% if answer.price %}Only {{ answer.price }}!{% else %}Ask us.{% endif %}', NULL, now())"
    )
    customer = await spa.customer().says("price of a facial?")
    assert (await customer.replies())[-1].startswith("Only KES 3,000!")


async def test_a_fact_can_be_added_and_switched_off_by_sql(spa: Spa) -> None:
    await spa.gate.execute(
        "INSERT INTO {t}.knowledge_snippets (category, text_en, text_sw, created_at)"
        " VALUES ('parking', 'Park behind the house.', 'Egesha nyuma ya nyumba.', now())"
    )
    customer = await spa.customer().says("is there parking?")
    assert "Park behind the house." in (await customer.replies())[-1]
    await spa.gate.execute(
        "UPDATE {t}.knowledge_snippets SET is_active = false WHERE category = 'parking'"
    )
    await customer.says("kuna parking?")
    assert "silijui" in (await customer.replies())[-1]


async def test_too_many_facts_are_told_to_the_log(spa: Spa) -> None:
    await spa.gate.execute(
        "INSERT INTO {t}.knowledge_snippets (category, text_en, text_sw, created_at)"
        " SELECT 'general', 'Fact ' || n, 'Ukweli ' || n, now() FROM generate_series(1, 20) n"
    )
    with structlog.testing.capture_logs() as logs:
        await spa.customer().says("is there parking?")
    (told,) = [entry for entry in logs if entry["event"] == "knowledge_overflow"]
    assert told["snippets"] > 20
    assert told["log_level"] == "warning"
