"""The vendor's REST API, typed. Knows no Qt, no state of ours and no operator."""
