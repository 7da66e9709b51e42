"""`ratiba migrate`."""

from ratiba.verbs import Json


def migrate(json: Json = False) -> None:
    """Bring the database to the newest schema."""
    from ratiba.keeping.migrate import run

    run(json=json)
