"""Quick answers, and the seconds in which a reply can be taken back."""
