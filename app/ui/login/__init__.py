"""The sign-in dialog: a presenter that decides and a view that draws."""
