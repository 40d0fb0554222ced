"""Export of transcripts: the dialog that asks what, how and where to."""
