"""Tests of the window: see `tests/ui`."""
