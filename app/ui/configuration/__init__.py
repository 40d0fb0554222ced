"""The configuration of a portal as a file: its words, and the dialog that plans and applies."""
