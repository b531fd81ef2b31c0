#!/bin/sh
# Makes the object files again: rustc and standard libraries from Debian 12, nothing installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work"
mkdir -p state/lists/partial cache/archives/partial debs root
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keys] http://deb.debian.org/debian bookworm main" > sources.list
apt() {
    "$@" -o Dir::State="$work/state" -o Dir::Cache="$work/cache" -o Dir::State::status=/dev/null \
        -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o APT::Architecture=amd64 -o APT::Architectures::=amd64 -o APT::Architectures::=i386 \
        -o APT::Architectures::=arm64 -o APT::Architectures::=s390x
}
apt apt-get update
(cd debs && apt apt-get download rustc-web libstd-rust-web-1.85 libllvm19 \
    libstd-rust-web-dev:amd64 libstd-rust-web-dev:i386 libstd-rust-web-dev:arm64 \
    libstd-rust-web-dev:s390x)
for package in debs/*.deb; do
    dpkg -x "$package" root
done
cd "$here"
for target in x86_64 i686 aarch64 s390x; do
    LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu" RUSTC_BOOTSTRAP=1 \
        "$work/root/usr/bin/rustc" --sysroot "$work/root/usr" --target="$target-unknown-linux-gnu" \
        --edition 2021 --crate-type lib --crate-name shapes -g -C opt-level=0 -C panic=abort \
        --remap-path-prefix="$here=." --emit=obj="$target.o" shapes.rs
done
rm -r "$work"
