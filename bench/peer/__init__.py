"""The peer: the same conversation on LangGraph, checkpointed in Postgres, locked in Redis."""
