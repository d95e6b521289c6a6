#!/bin/sh
# Makes the environment the program runs in, or brings it to what requirements.lock says, with the command maturity-workbench.
# Usage: environment.sh PYTHON FOLDER
set -eu

python=$1
folder=$2

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

if [ ! -x "$folder/bin/python" ]; then
    command -v "$python" >/dev/null 2>&1 ||
        fail "No program '$python' was found. Install Python 3.11 to 3.13, or name it: make PYTHON=/path/to/python3.12"
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    case $version in
    3.11 | 3.12 | 3.13) ;;
    *) fail "Python 3.11 to 3.13 is needed, but '$python' is $version. Name another: make PYTHON=python3.12" ;;
    esac
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "'$python' cannot make environments. On Debian and Ubuntu: sudo apt-get install python3-venv"
    echo "Making $folder with Python $version"
    "$python" -m venv "$folder"
fi

echo "Installing requirements.lock into $folder (a few minutes the first time)"
"$folder/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
# The command itself, run from the source tree; what builds it stands in the lock.
"$folder/bin/python" -m pip install -qq --disable-pip-version-check --no-build-isolation --no-deps --editable .
