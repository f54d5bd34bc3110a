"""The spoken address: a word that is heard once on a telephone, and then typed right."""
