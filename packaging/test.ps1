# Sets CaseView up on Windows with what its tests need, and runs them.
$ErrorActionPreference = "Stop"
$top = Split-Path -Parent $PSScriptRoot
& "$PSScriptRoot\setup.ps1" requirements-dev.txt
Set-Location $top
& "$top\.venv\Scripts\python.exe" -m pytest -n auto --dist worksteal @args
exit $LASTEXITCODE
