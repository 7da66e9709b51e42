"""`/sandbox/...`: how the model behaves, and what it was asked."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from sandbox.models.book import Mode, ModelsBook


class Behaviour(BaseModel):
    """How to behave from now on; `retry_after` is what `limited` says, in seconds."""

    mode: Mode
    retry_after: str = "1"


class Control:
    """The endpoints of the hidden side."""

    def __init__(self, book: ModelsBook) -> None:
        self._book = book

    def routes(self) -> APIRouter:
        """Give the endpoints."""
        router = APIRouter(prefix="/sandbox")
        router.add_api_route("/mode", self.behave, methods=["PUT"])
        router.add_api_route("/asked", self.asked, methods=["GET"])
        return router

    async def behave(self, behaviour: Behaviour) -> None:
        """Change the model's ways."""
        self._book.mode, self._book.retry_after = behaviour.mode, behaviour.retry_after

    async def asked(self) -> list[dict[str, Any]]:
        """Every request so far, oldest first."""
        return [asdict(one) for one in self._book.heard]
