"""Forwarding of events to a handler on this machine: the page, its words, its list."""
