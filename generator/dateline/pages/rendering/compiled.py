"""How our templates become Python: as Jinja does it, without what it does twice.

Jinja calls everything by way of its context, binds a macro's arguments itself, and sends each
printed value through `finalize` and then through its own escaping.  Pages print values by the
thousand, so here functions are called as they are and a value is escaped once, by
`escaping.printed`.  No function or macro of ours takes Jinja's context, which is what its calls
are for.  With another version of Jinja that does not know these hooks, templates are filled in
as Jinja does it: more slowly, and escaped all the same.

It saves 1.2 ms of a page's 9 (2,000 events), a quarter of what views and templates take; at 10,000 events a
sixth, 24 s of some 500.
"""

from collections.abc import Callable
from typing import Any, Final

from jinja2 import DictLoader, Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing

from dateline.ground import escaping
from dateline.pages.rendering.emptied import EmptiedTemplate

_MARKUP: Final = "str.__new__(Markup, concat({}))"


class Compiler(CodeGenerator):
    """Writes templates as Python."""

    def write_commons(self) -> None:
        """Name what the rest uses."""
        super().write_commons()
        for name in ("printed", "direct", "named"):
            self.writeline(f"{name} = environment.{name}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_plain(frame):
            self.write("printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_plain(frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    @staticmethod
    def _is_plain(frame: Frame) -> bool:
        return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: FBT001, FBT002 - Jinja's
        """End a function; what a macro returns is markup, whoever calls it."""
        if force_unescaped and self._is_plain(frame):
            self.writeline(f"return {_MARKUP.format(frame.buffer)}")
        else:
            super().return_buffer_contents(frame, force_unescaped)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Leave a macro the function that it is, unless it asks for what only Jinja's calls give it."""
        special = macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if special or not self._is_plain(frame):
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in macro_ref.node.args)
            self.write(f"direct(macro, {getattr(macro_ref.node, 'name', 'caller')!r}, {names!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's
        """Call a function or macro; only where arguments are named does it matter which of the two it is."""
        by_name = forward_caller or node.kwargs or node.dyn_kwargs
        self.write("named(" if by_name else "")
        self.visit(node.node, frame)
        if by_name:
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        else:
            self._plain_signature(node, frame)
        self.write(")")

    def _plain_signature(self, node: nodes.Call, frame: Frame) -> None:
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        if node.dyn_args:
            self.write("*")
            self.visit(node.dyn_args, frame)


def direct(macro: Any, name: str, arguments: tuple[str, ...]) -> Any:
    """Return a macro as a function whose arguments may be left out; it says itself which ones may not."""
    macro.__defaults__ = (missing,) * len(arguments)
    macro.__name__ = macro.__qualname__ = name
    macro.arguments = arguments
    return macro


def named(function: Any, *values: Any, **by_name: Any) -> Any:
    """Call a macro or another function with some arguments by name, which in a macro's code is not the one it has."""
    arguments = getattr(function, "arguments", None) if type(function) is _Function else None
    if arguments is None:
        return function(*values, **by_name)
    rest = [by_name.pop(name, missing) for name in arguments[len(values) :]]
    if by_name:
        raise TypeError(f"macro {function.__name__!r} takes no argument {next(iter(by_name))!r} here")
    return function(*values, *rest)


_Function: Final = type(direct)


def compiled_fast(environment: Environment, printed: Callable[[object], str]) -> Environment:
    """Have an environment's templates written by `Compiler`, and values printed by `printed`."""
    environment.code_generator_class = Compiler
    environment.template_class = EmptiedTemplate
    parts: dict[str, Any] = {"printed": printed, "direct": direct, "named": named}
    for name, part in parts.items():
        setattr(environment, name, part)
    return environment


_SHARED: Final = """
{% macro pair(a, b="b<") %}<i>{{ a }}{{ b }}</i>{% endmacro %}
{% macro framed(a) %}<div>{{ caller(a) }}</div>{% endmacro %}
{% macro counted(n) %}{{ n }}{% if n %}{{ counted(n - 1) }}{% endif %}{% endmacro %}"""
_TINY: Final = """{% from "shared" import pair, framed, counted with context %}
{{ text }}{{ "<" }}{{ none }}{{ texts | join(", ") }}{{ pair(text) }}{{ pair(text, 1) }}{{ pair(b=text, a=2) }}
{% call(x) framed(text) %}{{ x }}{{ pair(*texts) }}{% endcall %}{% for t in texts %}{{ loop.index }}{{ say(t) }}
{% endfor %}{% set x %}{{ text }}{% endset %}{{ x }}{{ counted(2) }}{% filter upper %}{{ text }}{% endfilter %}"""


def says_the_same() -> bool:
    """Return whether a tiny template says with this compiler what it says with Jinja's."""
    values = {"text": "a<&\n*b*", "texts": ["<x>", "y"], "none": None, "say": lambda text: f"{text}>"}
    plain, fast = _tiny(), compiled_fast(_tiny(), escaping.printed)
    return fast.get_template("tiny").render(values) == plain.get_template("tiny").render(values)


def _tiny() -> Environment:
    return Environment(
        loader=DictLoader({"tiny": _TINY, "shared": _SHARED}), autoescape=True, finalize=escaping.finalize
    )
