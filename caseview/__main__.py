"""Starts the command line: `python -m caseview`."""

import sys
from multiprocessing import freeze_support

from caseview.cli.main import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
