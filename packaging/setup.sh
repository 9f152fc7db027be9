#!/bin/sh
# Sets CaseView up in .venv beside its code: system packages where they are missing and may be
# installed, then the locked Python packages, each checked by its hash.
#   sh packaging/setup.sh run      what the program needs
#   sh packaging/setup.sh test     what the tests need as well
set -eu

what=${1:-run}
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"

say() { printf '%s\n' "$*" >&2; }

# With administrator rights we install Debian packages ourselves; without, we say which are wanted.
install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "These system packages are missing, under the names Debian gives them: $*"
        return 1
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        say "Some system packages are missing. Ask somebody with administrator rights to run:"
        say "  apt-get install --no-install-recommends $*"
        return 1
    fi
    say "Installing: $*"
    $as_root env DEBIAN_FRONTEND=noninteractive sh -c '
        apt-get update -q >/dev/null && apt-get install -q -y --no-install-recommends "$@" >/dev/null
    ' install "$@"
}

missing() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            printf '%s ' "$package"
    done
}

python=
for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    say "CaseView needs Python 3.11 or newer, and none was found."
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    install_packages python3-venv || exit 1
fi

# The window needs these; the command line does not. The tests draw the window without a display.
libraries=
if [ "$what" = test ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    libraries="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    libraries="$libraries libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
fi
if [ -n "$libraries" ] && command -v dpkg-query >/dev/null 2>&1; then
    wanted=$(missing $libraries)
    # Newer Debian releases call one of them libglib2.0-0t64.
    case "$wanted" in
    *libglib2.0-0*) [ -z "$(missing libglib2.0-0t64)" ] &&
        wanted=$(printf '%s' "$wanted" | sed 's/libglib2.0-0 //') ;;
    esac
    if [ -n "$(printf '%s' "$wanted" | tr -d ' ')" ]; then
        install_packages $wanted || say "The window may not open until they are there."
    fi
fi

lock=requirements.txt
[ "$what" = test ] && lock=requirements-dev.txt
mark=".venv/installed-$what"
sum=$(cat requirements.txt "$lock" | sha256sum | cut -d ' ' -f 1)
if [ -x .venv/bin/python ] && [ "$(cat "$mark" 2>/dev/null)" = "$sum" ]; then
    exit 0
fi
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv
fi
say "Installing the Python packages of $lock (once)."
.venv/bin/python -m pip install -q --disable-pip-version-check --no-input \
    --require-hashes --only-binary :all: -r "$lock"
printf '%s\n' "$sum" >"$mark"
