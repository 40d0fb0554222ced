"""The emulated REST methods, one file for each scope of the vendor."""
