"""Counts of what arrives, for `/metrics`; the engine's rooms add theirs to the same registry."""

from prometheus_client import Counter, Histogram

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
