#!/usr/bin/env bash
# How long a teacher waits: median of 5 for each of the figures in the README.
# Run from anywhere after ./lectern build: Tests/Reference/latency.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/.build/debug/lectern
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LECTERN_CACHE=$folder/cache
mkdir "$folder/Lessons"
lesson=$folder/Lessons/01-twelve-steps.md
cd "$folder"

{
  printf -- '---\ntitle: Twelve\nsummary: Twelve small steps.\n---\n\n# Twelve\n\n'
  printf '```swift\nlet a1 = [1, 2, 3]\na1\n```\n\n'
  for step in $(seq 2 12); do
    printf 'Prose about step %s.\n\n```swift\nlet a%s = a%s.map { $0 + 1000 }\na%s\n```\n\n' \
      "$step" "$step" "$((step - 1))" "$step"
  done
} >"$lesson"
"$program" bless 1 >/dev/null
"$program" build >/dev/null

# Prints the median of the times that `measured` takes, after `prepare` with the run's number.
median() {
  local name=$1 times=() run start end
  for run in 1 2 3 4 5; do
    prepare "$run"
    start=$(date +%s%N)
    measured >/dev/null 2>&1 || true
    end=$(date +%s%N)
    times+=("$(((end - start) / 1000000))")
  done
  printf '%-62s %5s ms\n' "$name" "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)"
}

prepare() { :; }
measured() { LECTERN_EVENTS=1 "$program" kernel </dev/null; }
median "start of the kernel process"

measured() { "$program" build; }
median "build, nothing changed"

prepare() { sed -i "s/Prose about step 12[^.]*/Prose about step 12, edit $1/" "$lesson"; }
median "build, prose edited: to the rebuilt page"

prepare() { sed -i "s/a11.map { \$0 + [0-9]* }/a11.map { \$0 + 100$1 }/" "$lesson"; }
measured() { "$program" run 1; }
median "run, one character of the last of 12 steps edited: to its output"
