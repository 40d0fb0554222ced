"""How good the support is: facts about sessions, and figures made of them. Pure functions."""
