#!/bin/sh
# A program of the sendmail kind that keeps what it was given, beside the link by which it is called.
printf '%s\n' "$@" > "${0%/*}/args"
cat > "${0%/*}/mail"
