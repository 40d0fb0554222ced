"""The Connectors page: connectors, their lines, registration, and the way to a first connector."""
