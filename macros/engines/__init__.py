"""A comparison of search engines, for maintainers: `scripts/engines`. Nothing of it is part of the site."""
