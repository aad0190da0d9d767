#!/bin/sh
# A program of the sendmail kind: msmtp with the settings that lie beside the link by which this is called.
exec msmtp -C "${0%/*}/msmtprc" "$@"
