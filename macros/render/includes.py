"""Files that Jinja includes, with their items numbered like those of pages."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import BaseLoader, Environment, TemplateNotFound


class NumberedLoader(BaseLoader):
    """Loads an included file as the scan saw it; a file that was never scanned is not found."""

    def __init__(self, rewritten: Callable[[str], str | None]) -> None:
        self.rewritten = rewritten

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 (Jinja's own signature)
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the numbered text; raises TemplateNotFound, which ends the page's rendering."""
        text = self.rewritten(template)
        if text is None:
            raise TemplateNotFound(template, f"{template} is included, and the scan did not see it")
        return text, None, lambda: False
