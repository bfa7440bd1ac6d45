#!/bin/sh
# Opens the desk: a double click on macOS.

case $0 in
*/*) CDPATH='' cd -- "${0%/*}" || exit 1 ;;
esac
exec /bin/sh ./start.sh "$@"
