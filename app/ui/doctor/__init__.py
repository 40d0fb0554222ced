"""The doctor's view: what was examined, what is wrong, with proof and the button that mends it."""
