"""Joins the rooms: the only room that knows every adapter, each imported when first needed."""

from caseview.wiring.house import House, Opening, house, now

__all__ = ["House", "Opening", "house", "now"]
