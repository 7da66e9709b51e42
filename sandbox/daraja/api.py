"""Daraja's own endpoints: OAuth, STK push, and its query."""

import base64
import hmac
import json
import re

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from sandbox.daraja.book import DarajaBook, Merchant, Prompt
from sandbox.daraja.callback import describe
from sandbox.daraja.customer import Customer
from sandbox.daraja.errors import (
    INVALID_CREDENTIALS,
    INVALID_GRANT,
    INVALID_TOKEN,
    NO_TRANSACTION,
    PROCESSING,
    Refused,
    error_answer,
    invalid,
    of_code,
)
from sandbox.daraja.push import check_password, checked, read_push
from sandbox.errands import Errands
from sandbox.faults import Fault, Kind

_QUERY_RULES = {
    "BusinessShortCode": re.compile(r"[0-9]{5,7}", re.ASCII),
    "Timestamp": re.compile(r"20[0-9]{12}", re.ASCII),
    "CheckoutRequestID": re.compile(r"ws_CO_[A-Za-z0-9_]{10,60}", re.ASCII),
}


class Api:
    """The endpoints, each of which may be ordered to misbehave."""

    def __init__(self, book: DarajaBook, customer: Customer, errands: Errands) -> None:
        self._book = book
        self._customer = customer
        self._errands = errands

    def routes(self) -> APIRouter:
        """Give the endpoints; a fault's `where` is "oauth", "push" or "query"."""
        router = APIRouter()
        router.add_api_route("/oauth/v1/generate", self.oauth, methods=["GET"])
        router.add_api_route("/mpesa/stkpush/v1/processrequest", self.push, methods=["POST"])
        router.add_api_route("/mpesa/stkpushquery/v1/query", self.query, methods=["POST"])
        return router

    async def oauth(self, request: Request, grant_type: str = "") -> Response:
        """Give an access token for the consumer key and secret."""
        fault = self._book.faults.take("oauth")
        try:
            if fault and (answer := await self._misbehave(fault, request)):
                return answer
            self._check_basic(request)
            if grant_type != "client_credentials":
                raise INVALID_GRANT
        except Refused as refused:
            return error_answer(refused)
        return JSONResponse({"access_token": self._book.new_token(), "expires_in": "3599"})

    async def push(self, request: Request) -> Response:
        """Show the prompt on the phone."""
        fault = self._book.faults.take("push")
        try:
            self._check_token(request)
            body = _json(await request.body())
            push = read_push(body, self._merchant(body).passkey)
            if fault and not fault.acted and (answer := await self._misbehave(fault, request)):
                return answer
            prompt = await self._book.show(push)
            await self._by_habit(prompt)
            if fault and fault.acted and (answer := await self._misbehave(fault, request)):
                return answer
        except Refused as refused:
            return error_answer(refused)
        return JSONResponse(_pushed(prompt))

    async def query(self, request: Request) -> Response:
        """Tell what became of a prompt, or what it was told to say."""
        fault = self._book.faults.take("query")
        try:
            self._check_token(request)
            if fault and (answer := await self._misbehave(fault, request)):
                return answer
            body = _json(await request.body())
            given = checked(body, _QUERY_RULES)
            check_password(body, given, self._merchant(body).passkey)
            prompt = self._book.prompts.get(given["CheckoutRequestID"])
            return JSONResponse(_queried(prompt))
        except Refused as refused:
            return error_answer(refused)

    async def _by_habit(self, prompt: Prompt) -> None:
        habit = self._book.habits.get(prompt.push.phone)
        if habit is None or habit.code is None:
            return
        body = self._customer.act(prompt, habit.code)
        called = self._customer.call_back(prompt, body, habit.delay_s, habit.times)
        if habit.first:
            await called
        else:
            self._errands.run(called)

    async def _misbehave(self, fault: Fault, request: Request) -> Response | None:
        if fault.kind is Kind.CODE:
            raise of_code(fault.value)
        return await self._book.faults.play(fault, request)

    def _check_basic(self, request: Request) -> None:
        key, secret = self._book.credentials
        expected = "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode()
        given = request.headers.get("authorization", "")
        if not hmac.compare_digest(given.encode(), expected.encode()):
            raise INVALID_CREDENTIALS

    def _check_token(self, request: Request) -> None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or not self._book.knows(token):
            raise INVALID_TOKEN

    def _merchant(self, body: object) -> Merchant:
        shortcode = str(body.get("BusinessShortCode")) if isinstance(body, dict) else ""
        merchant = self._book.merchants.get(shortcode)
        if merchant is None:
            raise invalid("BusinessShortCode")
        return merchant


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError as error:
        raise Refused("400.002.05", "Invalid Request Payload") from error


def _pushed(prompt: Prompt) -> dict[str, str]:
    return {
        "MerchantRequestID": prompt.merchant_request_id,
        "CheckoutRequestID": prompt.checkout_request_id,
        "ResponseCode": "0",
        "ResponseDescription": "Success. Request accepted for processing",
        "CustomerMessage": "Success. Request accepted for processing",
    }


def _queried(prompt: Prompt | None) -> dict[str, str]:
    if prompt is None:
        raise NO_TRANSACTION
    code = prompt.code if prompt.query_says is None else prompt.query_says
    if code is None:
        raise PROCESSING
    return {
        "ResponseCode": "0",
        "ResponseDescription": "The service request has been accepted successsfully",
        "MerchantRequestID": prompt.merchant_request_id,
        "CheckoutRequestID": prompt.checkout_request_id,
        "ResultCode": str(code),
        "ResultDesc": describe(code),
    }
