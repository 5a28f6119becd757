"""The forge's issue forms, filled in by a link.

GitHub fills in a form's text fields by their ids, given as query parameters (GitHub Docs, "Creating an issue from a
URL query"); drop-downs cannot be filled in, and a parameter for one makes the form come up empty.  The forms are
`.github/ISSUE_TEMPLATE/*.yml`; a forge that knows no forms opens a plain issue with the title.
"""

from enum import StrEnum

from dateline.pages.wording.addresses import percent_encoded


class LinkedForm(StrEnum):
    """The forms that the site links to; each is a file of that name."""

    CONTEST = "contest"
    ERROR = "error"
    EVENT = "event"
    SOURCE = "source"


TITLE = {
    LinkedForm.CONTEST: "Contest: {}",
    LinkedForm.ERROR: "Error: {}",
    LinkedForm.EVENT: "Event: {}",
    LinkedForm.SOURCE: "Source: {}",
}
"""The title of a new issue; ends in what it is about."""


def form_address(base: str, form: LinkedForm, about: str, **fields: str) -> str:
    """Return the address that opens `form` on the forge whose new issues are at `base`, its `fields` filled in."""
    parameters = {"template": f"{form.value}.yml", "title": TITLE[form].format(about).strip(), **fields}
    filled = {name.replace("_", "-"): value for name, value in parameters.items() if value}
    query = "&".join(f"{name}={percent_encoded(value)}" for name, value in filled.items())
    return f"{base}?{query}"
