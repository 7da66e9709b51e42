"""The client against a Daraja that speaks the real protocol."""

import asyncio
from dataclasses import replace

import pytest

from engine.net.answer import Answered, NoAnswer, NotSent
from sandbox.faults import Fault, Kind
from tests.tools.payments.conftest import PHONE, Till
from tools.payments.answers import (
    Accepted,
    NotAsked,
    PushAnswer,
    PushRefused,
    QueryAnswer,
    SaidOther,
    SaidPaid,
    Token,
    Unanswered,
    read_push,
    read_query,
    read_token,
)
from tools.payments.daraja import Daraja, DarajaAccount, Push

ACCOUNT = DarajaAccount("174379", "a-passkey", "a-key", "a-secret")
PUSH = Push(PHONE, 1500, "A business with a long name", "http://127.0.0.1:9/cb/token")


@pytest.fixture
def daraja(till: Till) -> Daraja:
    return till.counter.daraja


async def test_fifty_askers_share_one_token_and_a_forgotten_one_is_renewed(
    till: Till, daraja: Daraja
) -> None:
    answers = await asyncio.gather(*(daraja.push(ACCOUNT, PUSH) for _ in range(50)))
    assert all(isinstance(answer, Accepted) for answer in answers)
    assert len(till.book._tokens) == 1
    till.book.forget_tokens()
    assert isinstance(await daraja.push(ACCOUNT, PUSH), Accepted)


async def test_a_token_is_renewed_before_it_ends(till: Till, daraja: Daraja) -> None:
    await daraja.push(ACCOUNT, PUSH)
    till.shop.pass_time(minutes=58)
    await daraja.push(ACCOUNT, PUSH)
    assert len(till.book._tokens) == 1
    till.shop.pass_time(minutes=2)
    await daraja.push(ACCOUNT, PUSH)
    assert len(till.book._tokens) == 2


async def test_a_token_that_is_never_accepted_ends_it(till: Till, daraja: Daraja) -> None:
    till.book.faults.add(Fault(where="push", kind=Kind.CODE, value="404.001.03", times=2))
    assert await daraja.push(ACCOUNT, PUSH) == NotAsked("access token not accepted", final=True)


async def test_wrong_credentials_are_final_and_an_outage_is_not(till: Till, daraja: Daraja) -> None:
    answer = await daraja.push(replace(ACCOUNT, consumer_secret="another"), PUSH)
    assert answer == NotAsked("no access token: 400.008.01", final=True)
    till.book.faults.add(Fault(where="oauth", kind=Kind.STATUS, value="503"))
    assert await daraja.push(ACCOUNT, PUSH) == NotAsked("no access token: 503")


async def test_a_wrong_passkey_is_refused(daraja: Daraja) -> None:
    answer = await daraja.push(replace(ACCOUNT, passkey="another"), PUSH)
    assert answer == PushRefused("500.001.1001", "Wrong credentials")


async def test_an_unreachable_daraja_was_not_asked(till: Till) -> None:
    daraja = Daraja(till.http, "http://127.0.0.1:9", till.shop.clock)
    assert isinstance(await daraja.push(ACCOUNT, PUSH), NotAsked)


async def test_what_may_be_shown_of_an_account_holds_no_secret() -> None:
    assert repr(ACCOUNT) == "DarajaAccount(shortcode='174379')"
    assert "token" not in repr(PUSH)
    assert "abc" not in repr(Token("abc", 1))


def answered(body: str, status: int = 200) -> Answered:
    return Answered(status, {}, body.encode())


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (answered('{"MerchantRequestID": "7-1-1", "CheckoutRequestID": "ws_CO_1", '
                  '"ResponseCode": "0", "ResponseDescription": "Success"}'),
         Accepted("ws_CO_1", "7-1-1")),
        (answered('{"requestId": "1", "errorCode": "500.001.1001", "errorMessage": "Unable"}', 500),
         PushRefused("500.001.1001", "Unable")),
        (answered('{"errorCode": "500.003.02", "errorMessage": "Spike arrest"}', 500),
         NotAsked("500.003.02", throttled=True)),
        (answered('{"ResponseCode": "1", "ResponseDescription": "No"}'), PushRefused("1", "No")),
        (answered('{"ResponseCode": "0"}'), Unanswered("HTTP 200 without a word of Daraja's")),
        (answered("<html>"), Unanswered("HTTP 200 without a word of Daraja's")),
        (answered('["0"]', 502), Unanswered("HTTP 502 without a word of Daraja's")),
        (NoAnswer("ReadTimeout"), Unanswered("ReadTimeout")),
        (NotAsked("ConnectError"), NotAsked("ConnectError")),
    ],
)  # fmt: skip
def test_every_answer_to_a_push_is_read(
    answer: Answered | NoAnswer | NotAsked, read: PushAnswer
) -> None:
    assert read_push(answer) == read


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (answered('{"ResponseCode": "0", "ResultCode": "0"}'), SaidPaid()),
        (answered('{"ResponseCode": "0", "ResultCode": 0}'), SaidPaid()),
        (answered('{"ResponseCode": "0", "ResultCode": false}'), SaidOther("200")),
        (answered('{"ResponseCode": "0", "ResultCode": "1032"}'), SaidOther("1032")),
        (answered('{"ResultCode": "0"}', 500), SaidOther("0")),
        (answered('{"errorCode": "500.001.1001"}', 500), SaidOther("500.001.1001")),
        (answered("{", 429), SaidOther("429")),
        (NoAnswer("ReadTimeout"), SaidOther("ReadTimeout", answered=False)),
    ],
)
def test_only_a_plain_zero_is_believed_of_a_query(
    answer: Answered | NoAnswer | NotAsked, read: QueryAnswer
) -> None:
    assert read_query(answer) == read


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (answered('{"access_token": "abc", "expires_in": "1799"}'), Token("abc", 1799)),
        (answered('{"access_token": "abc", "expires_in": 10}'), Token("abc", 10)),
        (answered('{"access_token": "abc"}'), Token("abc", 3599)),
        (answered('{"access_token": ""}'), NotAsked("no access token: 200", final=True)),
        (answered("", 429), NotAsked("no access token: 429", throttled=True)),
        (NotSent("ConnectError"), NotAsked("ConnectError")),
        (NoAnswer("ReadTimeout"), NotAsked("ReadTimeout")),
    ],
)
def test_every_answer_to_a_request_for_a_token_is_read(
    answer: Answered | NoAnswer | NotSent, read: Token | NotAsked
) -> None:
    assert read_token(answer) == read
