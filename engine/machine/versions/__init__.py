"""Conversations of an older version of a flow, brought to the newer one."""
