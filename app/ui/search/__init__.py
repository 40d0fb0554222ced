"""Search in messages: everywhere, in one dialog, and by a moment."""
