"""Values and pure rules. Knows no JSON, no HTTP, no Qt and no clock."""
