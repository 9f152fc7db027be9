# Sets CaseView up on Windows and opens the sample casebook in a window.
$ErrorActionPreference = "Stop"
$top = Split-Path -Parent $PSScriptRoot
& "$PSScriptRoot\setup.ps1" requirements.txt
$env:PYTHONPATH = $top
& "$top\.venv\Scripts\python.exe" -m caseview demo @args
exit $LASTEXITCODE
