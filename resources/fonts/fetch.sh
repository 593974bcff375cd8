#!/bin/sh
# Fetches the fonts of this folder from the Debian package fonts-noto-core (20201225-1), on Debian
# or Ubuntu. That edition of Noto Sans Arabic (2.005) keeps dots and letters together, so that what
# is copied out of a printout is what was written; later ones do not.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download fonts-noto-core
dpkg-deb -x fonts-noto-core_*.deb unpacked
for family in NotoSans NotoSansArabic NotoSansBengali NotoSansDevanagari NotoSansGujarati \
    NotoSansGurmukhi NotoSansTamil; do
    for weight in Regular Bold; do
        install -m 644 "unpacked/usr/share/fonts/truetype/noto/$family-$weight.ttf" "$here/"
    done
done
# What nastaliq.py changes, and why, stands in it; it needs fontTools.
for weight in Regular Bold; do
    python3 "$here/nastaliq.py" "unpacked/usr/share/fonts/truetype/noto/NotoNastaliqUrdu-$weight.ttf" \
        "$here/AlongsideNastaliq-$weight.ttf"
done
