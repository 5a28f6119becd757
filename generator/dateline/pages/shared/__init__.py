"""What a page needs, already sorted, grouped and worded: all decisions are here, none in a template."""
