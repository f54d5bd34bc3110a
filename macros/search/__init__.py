"""The search: what it knows of Dutch, and the index that a browser reads."""
