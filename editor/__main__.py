"""`python -m editor` is `resolution-editor`."""

import sys

from editor.cli import main

sys.exit(main())
