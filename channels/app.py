"""The web app: every channel's endpoints over one set of services."""

from fastapi import FastAPI

from channels.health import health_routes
from channels.payments.routes import payment_routes
from channels.ports import Services
from channels.problem import handle_problems
from channels.whatsapp.routes import whatsapp_routes


def create_app(services: Services) -> FastAPI:
    """Build the app; a further channel is one more router here."""
    shown = not services.production
    app = FastAPI(
        title="Ratiba",
        docs_url="/docs" if shown else None,
        redoc_url=None,
        openapi_url="/openapi.json" if shown else None,
    )
    handle_problems(app)
    app.include_router(health_routes(services))
    app.include_router(whatsapp_routes(services))
    app.include_router(payment_routes(services))
    return app
