"""What editors get: intake, new records, mending, schemas, verification, comparison."""
