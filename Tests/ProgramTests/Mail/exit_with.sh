#!/bin/sh
# A program of the sendmail kind that ends with the number in the mail's subject: an exit status, or a signal below zero.
code=$(sed -n 's/^Subject: //p')
case $code in -*) kill "$code" $$ ;; esac
exit "$code"
