"""The little SVG that figures need: elements as text, escaped, on one line."""

from collections.abc import Iterable

from dateline.ground.escaping import html


def element(name: str, attributes: dict[str, object] | None = None, *children: str) -> str:
    """Return an element; `children` are finished markup, attribute values are escaped here."""
    written = "".join(f' {key}="{_value(value)}"' for key, value in (attributes or {}).items() if value is not None)
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """Return words at a point."""
    written: dict[str, object] = {"x": x, "y": y}
    written |= {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return element("text", written, html(words))


def shortened(words: str, longest: int) -> str:
    """Return words cut to `longest` characters, an ellipsis in the place of the rest."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def link(address: str, label: str, *children: str, class_: str | None = None) -> str:
    """Return a link around marks, with its name for those who do not see them."""
    return element(
        "a", {"href": address, "aria-label": label, "class": class_}, element("title", None, html(label)), *children
    )


def figure(  # noqa: PLR0913 - what every figure has
    kind: str,
    size: tuple[float, float],
    title: str,
    description: str,
    marks: Iterable[str],
    *,
    definitions: str = "",
    is_fixed: bool = False,
) -> str:
    """Return a whole figure of `size` (width, height in user units) with title and description.

    With `is_fixed` a user unit is a pixel of CSS; otherwise the figure fills what holds it.
    """
    width, height = size
    attributes: dict[str, object] = {
        "class": f"dl-svg dl-svg--{kind}{' dl-svg--fixed' if is_fixed else ''}",
        "viewBox": f"0 0 {_value(width)} {_value(height)}",
        "width": width if is_fixed else None,
        "height": height if is_fixed else None,
        "role": "group",
        "aria-label": title,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    head = element("title", None, html(title)) + element("desc", None, html(description))
    defs = element("defs", None, definitions) if definitions else ""
    return element("svg", attributes, head, defs, *marks)


def _value(value: object) -> str:
    """Return a number without needless digits, or text escaped."""
    return f"{value:.4g}".rstrip() if isinstance(value, float) and value < 1 else _number_or_text(value)


def _number_or_text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return html(str(value))
