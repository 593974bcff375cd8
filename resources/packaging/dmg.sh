#!/usr/bin/env bash
# Makes the disk image for macOS from the bundle that start.py build made: bash dmg.sh dist
#
# The bundle is signed ad hoc, which is enough to start it on the Mac it was built on, and elsewhere
# after a press with Control on it. With SIGN set to the name of a Developer ID certificate it is
# signed for others; sending it to be notarised (xcrun notarytool submit, then stapler staple) is a
# step of its own, because it needs an account.
set -euo pipefail
dist=$1
here=$(cd "$(dirname "$0")" && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/../../pyproject.toml")
image=$dist/alongside-$version.dmg
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

ditto "$dist/Alongside.app" "$stage/Alongside.app" # with its links and signatures as they are
if [ -n "${SIGN:-}" ]; then
  codesign --force --deep --options runtime --timestamp --sign "$SIGN" \
    --entitlements "$here/entitlements.plist" "$stage/Alongside.app"
fi
codesign --verify --deep "$stage/Alongside.app"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -quiet -volname Alongside -srcfolder "$stage" -format ULMO "$image"
echo "$image"
