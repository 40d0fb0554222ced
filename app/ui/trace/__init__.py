"""How a message came to be: its way as a line of steps, and the raw rows and calls behind it."""
