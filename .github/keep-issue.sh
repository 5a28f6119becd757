#!/usr/bin/env bash
# Keeps one issue of ours up to date: opens it, rewrites it, and closes it when all is well (HOLDS=true).
# usage: keep-issue.sh LABEL TITLE FILE
set -euo pipefail
label="$1" title="$2" file="$3"

number="$(gh issue list --label "$label" --author "app/github-actions" --state open --limit 1 --json number --jq '.[].number')"
if [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$file"
  if [ "${HOLDS:-false}" = true ]; then gh issue close "$number" --comment "All of it holds again."; fi
elif [ "${HOLDS:-false}" != true ]; then
  gh label create "$label" --description "Kept by a workflow" --color c5def5 --force
  gh issue create --title "$title" --label "$label" --body-file "$file"
fi
