"""The sandbox portal from within: what the black-box contract cannot reach."""
