"""The board of the team, and the statistics of its answers."""
