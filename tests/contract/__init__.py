"""What the vendor promises, checked from outside: the portal over HTTP, the client on canned bytes.

Neither side's code is trusted here: the expectations are the vendor's protocol in our own words.
"""
