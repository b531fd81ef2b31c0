"""Verdicts and outcomes → Markdown and HTML of the page, pure."""
