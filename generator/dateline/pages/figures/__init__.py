"""Views drawn as SVG at build time: links and words first, colour last, no script."""
