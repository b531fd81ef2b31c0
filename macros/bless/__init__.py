"""Refuted claims and expectations → the edits that would make them true; all of it is pure."""
