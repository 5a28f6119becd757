"""What each kind of page shows: a module a kind, of the same name as its template."""
