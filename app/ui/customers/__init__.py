"""Those whom the console plays: the library, what they send, groups."""
