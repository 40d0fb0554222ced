"""Where the sandbox is known to differ from the contract."""

DEVIATIONS: dict[str, str] = {}
