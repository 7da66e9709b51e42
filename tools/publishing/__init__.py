"""Versions of what a business says and does: drafts, checks, publishing, going back."""
