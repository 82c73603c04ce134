"""Run the command line as `python -m numcheck`."""

import sys

from numcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
