"""Where a portal comes from and how it is kept and shown: seeds, snapshots, the state as JSON."""
