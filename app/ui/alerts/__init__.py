"""What a person is told although he looks elsewhere: the list, the desktop, the settings."""
