"""Tests of the program from end to end, over real sockets and processes."""
