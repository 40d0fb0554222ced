"""Tests of the services, on a real sandbox and a real journal."""
