"""What `/metrics` counts. Labels are few by design: no tenant, no customer."""

from prometheus_client import Counter, Histogram

QUICK_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
SLOW_S = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

WEBHOOKS = Counter(
    "ratiba_webhooks_total", "Webhooks, by what became of them", ["source", "result"]
)
WEBHOOK_SECONDS = Histogram(
    "ratiba_webhook_seconds",
    "From a webhook's first byte to its acknowledgement",
    ["source"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5),
)
MESSAGES = Counter("ratiba_messages_total", "Inbound messages, by what became of them", ["result"])
TURNS = Counter("ratiba_turns_total", "Committed turns, by what began them", ["event"])
TURN_SECONDS = Histogram(
    "ratiba_turn_seconds", "From a message's row in the inbox to its turn's commit", buckets=SLOW_S
)
STATES = Counter("ratiba_states_total", "States entered", ["flow", "state"])
SENDS = Counter("ratiba_outbox_sends_total", "Tries to send, by their result", ["kind", "result"])
SEND_SECONDS = Histogram(
    "ratiba_outbox_send_seconds", "What one try to send took", ["kind"], buckets=SLOW_S
)
TOOL_SECONDS = Histogram(
    "ratiba_tool_seconds", "What a tool took to answer or to write", ["tool"], buckets=QUICK_S
)
