"""Jinja templates filled in, and text escaped for HTML, Markdown and front matter."""
