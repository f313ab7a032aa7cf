# What the program loads before it begins: nothing that only reads PDFs back (readout-archive does).
. "$(dirname "$0")/tools.sh"
ldd "$program" >out
ok grep -q libharfbuzz out
no grep -q libqpdf out
ldd "$(dirname "$program")/readout-archive" >out
ok grep -q libqpdf out
finish
