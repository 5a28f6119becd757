"""The forge's issue forms, filled in by a link.

GitHub fills in a form's text fields by their ids, given as query parameters (GitHub Docs, "Creating an issue from a
URL query"); drop-downs cannot be filled in, and a parameter for one makes the form come up empty.  The forms are
`.github/ISSUE_TEMPLATE/*.yml`.  A forge without such forms opens a plain issue, with title and text filled in.
"""

from enum import StrEnum

from dateline.pages.wording.addresses import percent_encoded
from dateline.pages.wording.forges import Forge


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


def form_address(repository: str, forge: Forge, form: LinkedForm, about: str, **fields: str) -> str:
    """Return the address that opens `form` for a repository on a forge, its `fields` filled in."""
    title = TITLE[form].format(about).strip()
    named = {name.replace("_", "-"): value for name, value in fields.items() if value}
    if forge.text:
        lines = (f"{name.capitalize()}: {value}" for name, value in named.items())
        parameters = {forge.title: title, forge.text: "\n\n".join(lines)}
    elif forge.title:
        parameters = {"template": f"{form.value}.yml", forge.title: title, **named}
    else:
        parameters = {}
    query = "&".join(f"{percent_encoded(name)}={percent_encoded(value)}" for name, value in parameters.items() if value)
    return f"{repository}/{forge.new_issue}{'?' if query else ''}{query}"
