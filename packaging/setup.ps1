# Makes .venv beside CaseView's code and installs the locked packages, each checked by its hash.
param([string]$Lock = "requirements.txt")
$ErrorActionPreference = "Stop"
$top = Split-Path -Parent $PSScriptRoot
$python = "$top\.venv\Scripts\python.exe"
$mark = "$top\.venv\installed-$Lock"
$sum = (Get-FileHash "$top\$Lock" -Algorithm SHA256).Hash
if ((Test-Path $mark) -and ((Get-Content $mark) -eq $sum)) { return }
if (-not (Test-Path $python)) {
    if (Get-Command py -ErrorAction SilentlyContinue) { & py -3 -m venv "$top\.venv" }
    else { & python -m venv "$top\.venv" }
    if ($LASTEXITCODE -ne 0) { throw "CaseView needs Python 3.11 or newer." }
}
& $python -m pip install -q --disable-pip-version-check --no-input --require-hashes `
    --only-binary ":all:" -r "$top\$Lock"
if ($LASTEXITCODE -ne 0) { throw "The packages could not be installed. Nothing was changed." }
Set-Content $mark $sum
