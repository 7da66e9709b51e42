"""Everything durable, behind one gate: tenants' rows, the inbox, sessions, outbox, timers."""
