#!/usr/bin/env bash
# Runs an engine for as long as somebody holds the other end of our standard input.
#   guard.sh PID_FILE STOP_SIGNAL GRACE_SECONDS COMMAND...
# When the holder lets go (in order, or by being killed) the engine is told to stop, and after the grace is made to.
# The engine has a process group of its own: Ctrl-C in a terminal reaches the holder, which then stops us in order.
set -uo pipefail
set -m

pid_file=$1 stop_signal=$2 grace_seconds=$3
shift 3

exec 3<&0
"$@" </dev/null 3<&- &
engine=$!
trap '' INT TERM HUP
echo "$engine" > "$pid_file"

stop_when_let_go() {
  while read -r -u 3; do :; done
  kill -s "$stop_signal" "$engine" 2>/dev/null
  local tenths=$((grace_seconds * 10))
  while kill -0 "$engine" 2>/dev/null && ((tenths-- > 0)); do sleep 0.1; done
  kill -s KILL "$engine" 2>/dev/null
}
stop_when_let_go &
watcher=$!
disown "$watcher" # Its end is no news.

wait -f "$engine" # One that only stands still (SIGSTOP) has not ended.
code=$?
kill -s KILL "$watcher" 2>/dev/null
rm -f "$pid_file"
exit "$code"
