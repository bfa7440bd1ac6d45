#!/bin/sh
# Opens the desk: a double click on Linux, or `sh start.sh` in a terminal. start.command is the same
# for macOS, start.bat for Windows.

case $0 in
*/*) CDPATH='' cd -- "${0%/*}" || exit 1 ;;
esac

wait_for_key() {
  if [ -t 0 ]; then
    printf '%s' '按回车键关闭。 / Press Enter to close. '
    read -r _
  fi
}

# Whether a Python is new enough, and 64-bit as the packages are. On macOS /usr/bin/python3 may be a
# stand-in that only opens a window to install developer tools.
usable() {
  found=$(command -v "$1") || return 1
  if [ "$found" = /usr/bin/python3 ] && [ "$(uname)" = Darwin ]; then
    xcode-select -p >/dev/null 2>&1 || return 1
  fi
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2**32)' \
    >/dev/null 2>&1 </dev/null
}

if [ -f scripts/start_desk.py ]; then
  script=scripts/start_desk.py
else
  script=start.py
fi

for python in python3 python python3.14 python3.13 python3.12 python3.11 \
  /opt/homebrew/bin/python3 /usr/local/bin/python3; do
  if usable "$python"; then
    "$python" "$script" "$@"
    code=$?
    [ "$code" -eq 0 ] || wait_for_key
    exit "$code"
  fi
done

cat start.txt
wait_for_key
exit 2
