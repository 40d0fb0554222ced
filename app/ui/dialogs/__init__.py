"""The Dialogs page: the list, the transcript, the composer, the details."""
