"""Where keys are kept: asked, unlocked, changed."""
