"""A live preview of any size: pages are made when a browser asks for them."""

from generator.preview.serving import Order, PreviewError, serve

__all__ = ["Order", "PreviewError", "serve"]
