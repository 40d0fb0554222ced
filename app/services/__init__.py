"""Use cases, the only owners of state. Knows no Qt."""
