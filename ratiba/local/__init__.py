"""Postgres and Valkey on this machine with no set-up.

Started once, shared by processes, stopped by the last one that leaves.
"""

from ratiba.local.problem import LocalStoreError
from ratiba.local.stores import Stores, stores

__all__ = ["LocalStoreError", "Stores", "stores"]
