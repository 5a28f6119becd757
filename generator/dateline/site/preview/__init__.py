"""A live preview of any size: pages are made when a browser asks for them."""

from dateline.site.preview.serving import PreviewError, ServeOptions, serve

__all__ = ["PreviewError", "ServeOptions", "serve"]
