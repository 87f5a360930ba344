#!/bin/sh
# Tests drive Debian's Chromium. Installs it where it is missing and we may.
set -eu
if [ "$(id -u)" -eq 0 ]; then run=""; elif command -v sudo >/dev/null; then run="sudo"; else
    echo "The browser tests need Chromium: ask an administrator for 'apt-get install chromium'." >&2
    exit 1
fi
$run apt-get update -qq
$run apt-get install -y -qq --no-install-recommends chromium
