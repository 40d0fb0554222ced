"""`python -m app`: the same as the command `openline-console`."""

import sys

from app.cli import main

sys.exit(main())
