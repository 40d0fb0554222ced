"""`openline-console sandbox`: the command line, the server process, TLS, the state on disk."""
