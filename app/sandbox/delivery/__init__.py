"""Events on their two ways: the offline queue, and POSTs to handlers."""
