#!/bin/sh
# Sees to the programs that some tests look through; on a machine that tests every change, all tests run.
# Usage: test-programs.sh
# What is missing is installed when this is root on a system with apt; otherwise the command to do so is printed.
set -eu

# Program, or file where it is no command, and Debian package.
programs='
soffice                                  libreoffice-calc
strace                                   strace
cc                                       gcc
cc                                       libc6-dev
Xvfb                                     xvfb
matchbox-window-manager                  matchbox-window-manager
dbus-run-session                         dbus-daemon
/usr/libexec/at-spi-bus-launcher         at-spi2-core
/usr/lib/python3/dist-packages/gi        python3-gi
/usr/lib/python3/dist-packages/uno.py    python3-uno
/usr/lib/libreoffice/program/libswdlo.so libreoffice-writer
/usr/lib/libreoffice/program/libsdlo.so  libreoffice-impress
/usr/lib/*/girepository-1.0/Atspi-*      gir1.2-atspi-2.0
'

missing=
while read -r program package; do
    # shellcheck disable=SC2086 # a pattern finds the file in the folder of any architecture
    [ -z "$program" ] || command -v "$program" >/dev/null 2>&1 || ls -d $program >/dev/null 2>&1 || missing="$missing $package"
done <<LIST
$programs
LIST
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing the programs that tests look through:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
else
    echo "Some tests need programs that this machine lacks. To install them:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
