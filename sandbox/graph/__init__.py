"""Meta's Graph API for WhatsApp: keeps what was sent, and writes as a customer."""
