"""M-Pesa's Daraja: prompts that a customer approves, declines or ignores."""
