"""A plugin of pytest that writes down what the collected tests pin: PINS_FILE gets a JSON list."""

import json
import os
from pathlib import Path


def pytest_collection_finish(session):
    pinned = {
        name for item in session.items for mark in item.iter_markers("pins") for name in mark.args
    }
    Path(os.environ["PINS_FILE"]).write_text(json.dumps(sorted(pinned)))
