#!/bin/sh
# `make verify` makes the same visit in Debian's Firefox and WebKit as well, on a virtual screen with
# Mesa's drawing by software. Installs them where they are missing and we may.
set -eu
missing=""
for program in firefox-esr WebKitWebDriver xvfb-run xauth; do
    command -v "$program" >/dev/null || missing="$missing $program"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
    echo "No apt-get here: visits in browsers that lack$missing are skipped." >&2
    exit 0
fi
if [ "$(id -u)" -eq 0 ]; then run=""; elif command -v sudo >/dev/null; then run="sudo"; else
    echo "Visits in browsers that lack$missing are skipped: an administrator installs" >&2
    echo "firefox-esr, webkit2gtk-driver, xvfb and xauth." >&2
    exit 0
fi
$run apt-get update -qq
$run apt-get install -y -qq --no-install-recommends firefox-esr webkit2gtk-driver xvfb xauth libgl1-mesa-dri
