#!/usr/bin/env bash
# Builds and runs, in debug and release, the package that Sources/Engine/README.md shows: it
# depends by address and version on a git repository made of the present sources. What it prints
# must be what the page says, and nothing but the engine may be fetched for it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
page=$root/Sources/Engine/README.md
folder=$(mktemp -d)
# SwiftPM keeps locks and scratch files there.
export TMPDIR=$folder
trap 'rm -rf "$folder"' EXIT
# The reader's machine has none of these.
unset LECTERN_PROJECT LECTERN_ISA LECTERN_THREADS
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

fail() {
  printf 'error: outside_package.sh: %s\n' "$*" >&2
  exit 1
}

# The NUMBERth code block of LANGUAGE on the page.
block() {
  awk -v language="$1" -v number="$2" '
    inside && /^```$/ { inside = 0 }
    inside { print }
    $0 == "```" language && ++count == number { inside = 1 }' "$page"
}

git_quietly() {
  git -C "$folder/lectern" -c user.name=Test -c user.email=test@example.org \
    -c commit.gpgSign=false -c tag.gpgSign=false -c core.hooksPath=/dev/null \
    -c core.autocrlf=false "$@"
}

publish() {
  mkdir "$folder/lectern"
  cp -R "$root/Package.swift" "$root/Sources" "$root/Tests" "$folder/lectern"
  git_quietly init --quiet
  git_quietly add --all
  git_quietly commit --quiet --message "The present sources"
  git_quietly tag 1.0.0
}

write_package() {
  mkdir -p "$folder/line/Sources/line"
  block swift 1 | sed "s|https://github.com/OWNER/lectern|file://$folder/lectern|" \
    >"$folder/line/Package.swift"
  block swift 2 >"$folder/line/Sources/line/main.swift"
  block text 1 >"$folder/expected"
  grep -q "file://$folder/lectern" "$folder/line/Package.swift" ||
    fail "the first code block of Sources/Engine/README.md is no manifest with the address"
  [ -s "$folder/expected" ] || fail "Sources/Engine/README.md has no block of output"
}

# Nothing is left in the user's own caches.
build() {
  swift build --package-path "$folder/line" --cache-path "$folder/cache" \
    --config-path "$folder/config" --security-path "$folder/security" -c "$1" \
    >"$folder/log" 2>&1 || {
    grep -A 6 'error:' "$folder/log" >&2 || tail -n 20 "$folder/log" >&2
    fail "the package does not build with -c $1"
  }
}

# Arguments: the configuration, the instruction set.
run() {
  LECTERN_ISA=$2 "$folder/line/.build/$1/line" >"$folder/printed" 2>"$folder/messages" || {
    cat "$folder/messages" >&2
    fail "the package's program fails ($1, $2)"
  }
  diff "$folder/expected" "$folder/printed" >&2 ||
    true " (>) other than Sources/Engine/README.md says (<)"
}

publish
write_package
for configuration in debug release; do
  build "$configuration"
  for set in generic avx2 avx512; do run "$configuration" "$set"; done
done
fetched=$(ls "$folder/line/.build/checkouts")
[ "$fetched" = lectern ] || fail "more than the engine was fetched:" $fetched
echo "ok: a package that depends on the engine builds and runs in debug and release"
