"""What the environment says, read once at start."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from engine.errors import ConfigError


class Settings(BaseSettings):
    """The environment's variables, one field each; a field is its variable in lower case.

    Outside `RATIBA_ENV=dev` the app secret and the secret key must be set.
    """

    model_config = SettingsConfigDict(
        env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    ratiba_env: Literal["dev", "prod"] = "prod"
    database_url: str = ""
    """`postgresql://...`; local commands fill it with the embedded server's."""
    redis_url: str | None = None
    """None: the service works on Postgres alone."""
    ratiba_secret_key: SecretStr | None = None
    """Key of everything encrypted at rest; while keys are changed: the new, a comma, the old."""
    ratiba_public_url: str = "http://127.0.0.1:8010"
    """Where providers reach this service: the base of callback addresses."""

    whatsapp_app_secret: SecretStr | None = None
    whatsapp_verify_token: SecretStr | None = None
    whatsapp_api_base: str = "https://graph.facebook.com"
    daraja_api_base: str = "https://api.safaricom.co.ke"
    pesapal_api_base: str = "https://pay.pesapal.com/v3"

    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None
    anthropic_api_key: SecretStr | None = None
    anthropic_base_url: str | None = None
    ratiba_models: Path | None = None
    """A folder of the form of `models/`; each of its files stands for the shipped one."""
    deepgram_api_key: SecretStr | None = None
    eleven_api_key: SecretStr | None = None
    livekit_url: str | None = None
    livekit_api_key: SecretStr | None = None
    livekit_api_secret: SecretStr | None = None

    ratiba_clock_offset_file: Path | None = None
    """Dev only: seconds added to the clock of every process."""
    ratiba_log_format: Literal["auto", "json", "console"] = "auto"
    ratiba_log_level: Literal["debug", "info", "warning", "error"] = "info"

    ratiba_pool_size: int = Field(default=10, ge=1, le=200)
    """Connections to Postgres a process holds at most."""
    ratiba_pool_lanes: int = Field(default=1, ge=1, le=50)
    """Parts of the pool; from some hundred tenants on each keeps to its part."""
    ratiba_prepared_most: int = Field(default=500, ge=0)
    """Prepared statements a connection keeps: six for each tenant it serves, 100 KB each."""
    ratiba_pool_wait_s: float = Field(default=1.5, gt=0)
    """How long a statement waits for a connection before the database counts as down."""
    ratiba_prepare_threshold: int | None = Field(default=5, ge=0)
    """Uses after which a statement is prepared; `off` behind PgBouncer's transaction mode."""
    ratiba_listen: bool = True
    """Hear wake-ups by LISTEN; false behind PgBouncer, where only the sweep finds work."""
    ratiba_turns: int = Field(default=8, ge=1)
    """Turns a worker runs at once."""
    ratiba_sweep_s: float = Field(default=5.0, gt=0)
    """How often each tenant is looked at for work that no wake-up told of."""
    ratiba_lease_s: float = Field(default=20.0, gt=0)
    """A claim older than this belongs to a dead worker; with the sweep below 30 s."""
    ratiba_attempts: int = Field(default=3, ge=1)
    """Tries of a turn that fails before its message is parked."""

    @field_validator("ratiba_prepare_threshold", mode="before")
    @classmethod
    def _off(cls, value: object) -> object:
        return None if value == "off" else value

    @field_validator("ratiba_models")
    @classmethod
    def _a_folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError(
                f"{value} is no folder. Name one of the form of `models/`, or unset it"
            )
        return value

    @model_validator(mode="after")
    def _guarded(self) -> Self:
        if self.ratiba_env == "dev":
            return self
        wanted = {
            "RATIBA_SECRET_KEY": self.ratiba_secret_key,
            "WHATSAPP_APP_SECRET": self.whatsapp_app_secret,
        }
        unset = [
            name for name, value in wanted.items() if not value or not value.get_secret_value()
        ]
        if unset:
            raise ValueError(
                f"{' and '.join(unset)} must be set outside RATIBA_ENV=dev: without them anybody "
                "could forge webhooks or read stored credentials"
            )
        if self.ratiba_clock_offset_file is not None:
            raise ValueError("RATIBA_CLOCK_OFFSET_FILE moves time; it works in RATIBA_ENV=dev only")
        return self

    @property
    def dev(self) -> bool:
        """Whether this is somebody's own machine."""
        return self.ratiba_env == "dev"


def load_settings() -> Settings:
    """Read the environment (and a `.env` beside the process).

    Raises:
        ConfigError: naming every variable at fault and what it must be, never its value.
    """
    try:
        return Settings()
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False, include_context=False)
        faults = "; ".join(
            ": ".join(filter(None, (".".join(map(str, fault["loc"])).upper(), _said(fault["msg"]))))
            for fault in found
        )
        raise ConfigError("settings.invalid", f"The environment is not usable: {faults}.") from None


def _said(message: str) -> str:
    """What a validator of ours said, without what pydantic puts before it."""
    return message.removeprefix("Value error, ")
