"""What a business is made of, its calendar, and its money.

`appointment_resources` holds what is taken: a person, or a lane of a room or bay. Its exclusion
constraint is the one guard against double booking; buffers are inside the stored range.
"""

from typing import LiteralString

from migrations.ddl import run

revision = "0002"
down_revision = "0001"

WATCHED: tuple[LiteralString, ...] = (
    "branches",
    "branch_hours",
    "services",
    "staff",
    "staff_services",
    "staff_schedules",
    "resources",
    "closures",
    "business_settings",
    "knowledge_snippets",
)
"""Tables that caches hold: a change makes the tenant's version grow."""


def upgrade() -> None:
    for part in (_catalogue, _people, _hours, _appointments, _money, _people_work, _knowledge):
        part()
    for table in WATCHED:
        run(
            "CREATE TRIGGER touch_tenant AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {t}."
            + table
            + " FOR EACH STATEMENT EXECUTE FUNCTION public.touch_tenant()"
        )


def _catalogue() -> None:
    run("""
    CREATE TABLE {t}.branches (
        id text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9_]*$'),
        name text NOT NULL,
        position int NOT NULL DEFAULT 0
    );
    INSERT INTO {t}.branches (id, name) VALUES ('main', 'Main');

    CREATE TABLE {t}.services (
        id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]+$'),
        name_en text NOT NULL,
        name_sw text NOT NULL,
        synonyms text[] NOT NULL DEFAULT '{}',
        category text NOT NULL DEFAULT 'general' CHECK (category ~ '^[a-z][a-z0-9_]*$'),
        price_kes int NOT NULL CHECK (price_kes >= 0),
        minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 720),
        buffer_before int NOT NULL DEFAULT 0 CHECK (buffer_before BETWEEN 0 AND 240),
        buffer_after int NOT NULL DEFAULT 0 CHECK (buffer_after BETWEEN 0 AND 240),
        needs text[] NOT NULL DEFAULT '{}',
        deposit numeric(4, 3) CHECK (deposit BETWEEN 0 AND 1),
        active boolean NOT NULL DEFAULT true,
        position int NOT NULL DEFAULT 0
    );
    COMMENT ON COLUMN {t}.services.needs IS 'kinds of resource that it takes: room, bay';
    COMMENT ON COLUMN {t}.services.deposit IS 'share due at booking; null: as the flow says';

    CREATE TABLE {t}.resources (
        id text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9_]*:[a-z0-9_]+$'),
        kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_]*$'),
        name text NOT NULL,
        branch_id text NOT NULL DEFAULT 'main' REFERENCES {t}.branches (id),
        seats int NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 500),
        active boolean NOT NULL DEFAULT true
    );
    COMMENT ON COLUMN {t}.resources.seats IS 'how many can be taken at once: lanes id, id#2, ...';
    """)


def _people() -> None:
    run("""
    CREATE TABLE {t}.staff (
        id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]+$'),
        name text NOT NULL CHECK (name !~ '[|]'),
        aka text[] NOT NULL DEFAULT '{}',
        branch_id text NOT NULL DEFAULT 'main' REFERENCES {t}.branches (id),
        active boolean NOT NULL DEFAULT true,
        position int NOT NULL DEFAULT 0
    );
    COMMENT ON COLUMN {t}.staff.id IS 'also what is taken; a colon would make it a resource';

    CREATE TABLE {t}.staff_services (
        staff_id text NOT NULL REFERENCES {t}.staff (id) ON DELETE CASCADE,
        service_id text NOT NULL REFERENCES {t}.services (id) ON DELETE CASCADE,
        PRIMARY KEY (staff_id, service_id)
    );

    CREATE TABLE {t}.staff_schedules (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        staff_id text NOT NULL REFERENCES {t}.staff (id) ON DELETE CASCADE,
        day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
        start_time time NOT NULL,
        end_time time NOT NULL CHECK (end_time > start_time)
    );
    COMMENT ON COLUMN {t}.staff_schedules.day_of_week IS '1 = Monday';

    CREATE TABLE {t}.staff_blocks (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        staff_id text NOT NULL REFERENCES {t}.staff (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        reason text
    );
    CREATE INDEX staff_blocks_staff ON {t}.staff_blocks (staff_id, starts_at);
    """)


def _hours() -> None:
    run("""
    CREATE TABLE {t}.branch_hours (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        branch_id text NOT NULL DEFAULT 'main' REFERENCES {t}.branches (id) ON DELETE CASCADE,
        day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
        start_time time NOT NULL,
        end_time time NOT NULL CHECK (end_time > start_time)
    );

    CREATE TABLE {t}.closures (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        branch_id text REFERENCES {t}.branches (id) ON DELETE CASCADE,
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        start_time time,
        end_time time CHECK (end_time > start_time),
        reason text,
        CHECK ((start_time IS NULL) = (end_time IS NULL))
    );
    COMMENT ON COLUMN {t}.closures.branch_id IS 'null: every branch';

    CREATE TABLE {t}.business_settings (
        key text PRIMARY KEY,
        value jsonb NOT NULL
    );
    """)


def _appointments() -> None:
    run("""
    CREATE TABLE {t}.appointments (
        id text PRIMARY KEY,
        thread_id text,
        customer_id text,
        customer_phone text,
        service_id text NOT NULL REFERENCES {t}.services (id),
        staff_id text NOT NULL REFERENCES {t}.staff (id),
        branch_id text NOT NULL DEFAULT 'main' REFERENCES {t}.branches (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        status text NOT NULL CHECK (status IN
            ('held', 'pending', 'confirmed', 'cancelled', 'expired', 'completed', 'no_show')),
        hold_expires_at timestamptz,
        price_kes int NOT NULL CHECK (price_kes >= 0),
        payment_id text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
    ) WITH (fillfactor = 70);
    CREATE INDEX appointments_customer ON {t}.appointments (customer_id, starts_at);
    CREATE INDEX appointments_starts ON {t}.appointments (starts_at);
    CREATE INDEX appointments_payment ON {t}.appointments (payment_id)
        WHERE payment_id IS NOT NULL;
    COMMENT ON COLUMN {t}.appointments.price_kes IS 'the quote: what the customer said yes to';

    CREATE TABLE {t}.appointment_resources (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        appointment_id text NOT NULL REFERENCES {t}.appointments (id) ON DELETE CASCADE,
        resource_id text NOT NULL,
        blocks_from timestamptz NOT NULL,
        blocks_to timestamptz NOT NULL CHECK (blocks_to > blocks_from),
        live boolean NOT NULL,
        held_until timestamptz,
        held_by text,
        CHECK (blocks_to - blocks_from <= interval '24 hours'),
        CONSTRAINT appointment_resources_apart EXCLUDE USING gist
            (resource_id WITH =, tstzrange(blocks_from, blocks_to) WITH &&) WHERE (live)
    );
    CREATE INDEX appointment_resources_busy
        ON {t}.appointment_resources (resource_id, blocks_from) INCLUDE (blocks_to) WHERE (live);
    CREATE INDEX appointment_resources_appointment
        ON {t}.appointment_resources (appointment_id);
    COMMENT ON COLUMN {t}.appointment_resources.held_until IS
        'of a hold; null once it is booked. A stale hold takes nothing, and gives way';
    COMMENT ON COLUMN {t}.appointment_resources.held_by IS 'the thread that holds it';
    """)


def _money() -> None:
    run("""
    CREATE TABLE {t}.payments (
        id text PRIMARY KEY,
        appointment_id text NOT NULL REFERENCES {t}.appointments (id),
        thread_id text,
        customer_id text,
        method text NOT NULL DEFAULT 'mpesa',
        amount_kes int NOT NULL CHECK (amount_kes > 0),
        state text NOT NULL CHECK (state IN
            ('created', 'initiated', 'unknown', 'failed', 'cancelled', 'settled')),
        mpesa_receipt text UNIQUE,
        checkout_request_id text,
        paid_kes numeric(12, 2),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        settled_at timestamptz
    ) WITH (fillfactor = 70);
    CREATE INDEX payments_appointment ON {t}.payments (appointment_id);
    COMMENT ON COLUMN {t}.payments.checkout_request_id IS 'of its latest attempt';

    CREATE TABLE {t}.payment_attempts (
        id text PRIMARY KEY,
        payment_id text NOT NULL REFERENCES {t}.payments (id),
        number int NOT NULL,
        token text NOT NULL UNIQUE,
        phone text NOT NULL,
        amount_kes int NOT NULL CHECK (amount_kes > 0),
        state text NOT NULL CHECK (state IN
            ('created', 'initiated', 'unknown', 'failed', 'cancelled', 'settled')),
        checkout_request_id text,
        merchant_request_id text,
        mpesa_receipt text,
        result_code int,
        result_text text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (payment_id, number)
    ) WITH (fillfactor = 70);
    CREATE INDEX payment_attempts_checkout ON {t}.payment_attempts (checkout_request_id)
        WHERE checkout_request_id IS NOT NULL;
    COMMENT ON TABLE {t}.payment_attempts IS 'one prompt each; created < initiated < unknown < '
        'failed, cancelled < settled: a state only rises';
    """)


def _people_work() -> None:
    run("""
    CREATE TABLE {t}.attention_items (
        id text PRIMARY KEY,
        ref text NOT NULL,
        reason text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        opened_at timestamptz NOT NULL,
        resolved_at timestamptz,
        resolved_by text
    );
    CREATE UNIQUE INDEX attention_items_open ON {t}.attention_items (ref, reason)
        WHERE resolved_at IS NULL;
    COMMENT ON TABLE {t}.attention_items IS 'what a person has to look at';

    CREATE TABLE {t}.leads (
        id text PRIMARY KEY,
        customer_id text NOT NULL,
        thread_id text,
        service_id text,
        staff_id text,
        wanted text,
        created_at timestamptz NOT NULL
    );
    """)


def _knowledge() -> None:
    run("""
    CREATE TABLE {t}.knowledge_snippets (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        category text NOT NULL,
        text_en text NOT NULL,
        text_sw text NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL
    );
    """)
