"""The doctor: what it says of portals that are in order, that hiccup, and that are mended."""
