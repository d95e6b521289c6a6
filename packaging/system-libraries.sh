#!/bin/sh
# Sees to the system libraries that Qt needs and that no Python package brings.
# Usage: system-libraries.sh PURPOSE PYTHON
#   demo  needs none of them; says what is missing for later
#   test  draws into memory
#   run   shows a window; the machine must have a display
# What is missing is installed when this is root on a system with apt; otherwise the command to do so is printed, and the
# exit status is 1 when PURPOSE cannot do without.
set -eu

purpose=$1
python=$2

[ "$(uname -s)" = Linux ] || exit 0

# Library and Debian package: what libQt6Core, Gui, Widgets, Svg, PrintSupport, DBus and the offscreen platform link to.
drawing='
libEGL.so.1             libegl1
libGL.so.1              libgl1
libX11.so.6             libx11-6
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libfreetype.so.6        libfreetype6
libglib-2.0.so.0        libglib2.0-0
libgthread-2.0.so.0     libglib2.0-0
libxkbcommon.so.0       libxkbcommon0
libz.so.1               zlib1g
libzstd.so.1            libzstd1
'
# What libQt6XcbQpa and the xcb platform link to beyond that.
window='
libX11-xcb.so.1         libx11-xcb1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-glx.so.0         libxcb-glx0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0      libxcb-render0
libxcb-shape.so.0       libxcb-shape0
libxcb-shm.so.0         libxcb-shm0
libxcb-sync.so.1        libxcb-sync1
libxcb-util.so.1        libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
libxcb.so.1             libxcb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
'

say() {
    printf '%s\n' "$@" >&2
}

# Packages of those libraries in the list that the loader does not find.
missing() {
    "$python" - "$1" <<'PROGRAM'
import ctypes, sys

packages = []
for line in sys.argv[1].split("\n"):
    if line:
        library, package = line.split()
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
print(*dict.fromkeys(packages))
PROGRAM
}

drawing_missing=$(missing "$drawing")
window_missing=$(missing "$window")
all=$(echo $drawing_missing $window_missing)

if [ -n "$all" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing the system libraries that Qt needs: $all"
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $all; } \
        >/dev/null; then
        drawing_missing=$(missing "$drawing")
        window_missing=$(missing "$window")
        all=$(echo $drawing_missing $window_missing)
    else
        say "They could not be installed; apt-get says why above."
    fi
fi

case $purpose in
demo) needed= ;;
test) needed=$drawing_missing ;;
run) needed=$all ;;
*)
    say "Usage: $0 demo|test|run PYTHON"
    exit 2
    ;;
esac

if [ -n "$needed" ] || { [ "$purpose" = demo ] && [ -n "$all" ]; }; then
    if [ -n "$needed" ]; then
        say "Qt needs system libraries that this machine lacks. Install them, then run make again:"
    else
        say "The window needs system libraries that this machine lacks. The demo goes on without; to install them:"
    fi
    if command -v apt-get >/dev/null 2>&1; then
        say "    sudo apt-get install --no-install-recommends $all"
    else
        say "These are Debian's names for them; your system has them under names alike:" "    $all"
        say "On Fedora:  sudo dnf install qt6-qtbase-gui" "On Arch:    sudo pacman -S qt6-base" \
            "On openSUSE: sudo zypper install libQt6Gui6"
    fi
fi
[ -z "$needed" ] || exit 1

if [ "$purpose" = run ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "This machine has no display, so there is nowhere to show the window." \
        "The main job goes without one:    make demo" \
        "And so does every command:        $python -m desktop --help" \
        "Over ssh -X, make run shows the window on your own screen."
    exit 1
fi
