"""Lets `python -m caseview.desktop` open the window."""

from caseview.desktop.main import main

raise SystemExit(main())
