"""Acts of a supervisor on the screen: the menu, what they ask for, and the log of what was done."""
