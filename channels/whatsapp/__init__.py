"""WhatsApp's Cloud API: webhooks in, messages out."""
