"""The Qt window: models adapt services, presenters decide, views draw. Knows no HTTP, no JSON."""
