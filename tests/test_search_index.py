"""The index: numbers as text, what each record is found by, and files that are the same for the same content."""
