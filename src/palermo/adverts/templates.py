"""The text that adverts share, with slots for what differs, and a text laid against it for reading side by side."""

from palermo.model.grouping import Mark


def align(template: str, body: str) -> list[tuple[str, Mark]]:
    """Lay a text against a template.

    Returns:
        the text in stretches, which joined give `body`; `same` stands in the template, `slot` fills one of its slots,
        `differs` stands where the template has other words.
    """
    return [(body, "same" if template == body else "differs")] if body else []
