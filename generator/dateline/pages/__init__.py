"""What readers get: views, figures, templates, search, exports."""
