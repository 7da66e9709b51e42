"""The role `intent_classifier`: one message, one form."""
