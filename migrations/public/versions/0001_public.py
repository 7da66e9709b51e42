"""Tenants, and what belongs to no tenant yet: routing of payments and lost callbacks."""

from migrations.ddl import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    run("""
    CREATE EXTENSION IF NOT EXISTS btree_gist;

    CREATE TABLE public.tenants (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9_]{0,39}$'),
        name text NOT NULL,
        vertical text NOT NULL,
        locale text NOT NULL DEFAULT 'en',
        zone text NOT NULL DEFAULT 'Africa/Nairobi',
        version int NOT NULL DEFAULT 1,
        mpesa_enabled boolean NOT NULL DEFAULT false,
        whatsapp_phone_number_id text UNIQUE,
        dials jsonb NOT NULL DEFAULT '{}',
        credentials bytea,
        created_at timestamptz NOT NULL
    );
    COMMENT ON COLUMN public.tenants.version IS
        'grows with every change of the row, catalogue, flows or phrases; caches are keyed by it';
    COMMENT ON COLUMN public.tenants.credentials IS 'encrypted by the key of this tenant';

    CREATE FUNCTION public.tenant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        NEW.version := OLD.version + 1;
        RETURN NEW;
    END $$;
    CREATE TRIGGER tenant_changed BEFORE UPDATE ON public.tenants
        FOR EACH ROW EXECUTE FUNCTION public.tenant_changed();

    CREATE FUNCTION public.touch_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE public.tenants SET version = version
        WHERE slug = substr(TG_TABLE_SCHEMA, length('tenant_') + 1);
        RETURN NULL;
    END $$;
    COMMENT ON FUNCTION public.touch_tenant() IS
        'statement trigger for tables of a tenant that caches hold: its version grows';

    CREATE TABLE public.payment_routing (
        token text PRIMARY KEY,
        tenant text NOT NULL,
        attempt_id text NOT NULL,
        checkout_request_id text,
        created_at timestamptz NOT NULL
    );
    CREATE INDEX payment_routing_checkout ON public.payment_routing (checkout_request_id)
        WHERE checkout_request_id IS NOT NULL;

    CREATE TABLE public.payment_callbacks_unrouted (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        received_at timestamptz NOT NULL,
        provider text NOT NULL,
        token text,
        checkout_request_id text,
        tenant text,
        reason text NOT NULL,
        body text NOT NULL,
        resolved_at timestamptz
    );
    """)
