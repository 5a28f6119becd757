"""What knows nothing of chronologies: problems, dates, YAML, text, files, processes."""
