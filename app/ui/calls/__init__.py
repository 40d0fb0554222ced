"""The Calls page: every request and answer, secrets taken out. Also lives in a dock."""
