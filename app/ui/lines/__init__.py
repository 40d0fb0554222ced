"""Open lines: their settings, their queues, and what the adviser says of them."""
