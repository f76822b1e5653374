"""`python -m apigen_mt` is `apigen-mt`."""

import sys

from apigen_mt.cli import main

sys.exit(main())
