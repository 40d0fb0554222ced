"""The offline queue of the portal, looked at without touching it."""
