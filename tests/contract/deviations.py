"""Where the sandbox is known to differ from the contract: what is wrong -> the tests that show it.

Each is expected to fail, strictly: when it passes, its line must go.
"""

DEVIATIONS: dict[str, list[str]] = {
    "OnOpenLineMessageUpdate and -Delete of a customer's message": [
        "test_portal_line_events.py::test_a_customer_s_edit_and_deletion_are_told",
    ],
}
