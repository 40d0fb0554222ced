"""A made-up portal that speaks the vendor's protocol. Imports nothing else of this program."""
