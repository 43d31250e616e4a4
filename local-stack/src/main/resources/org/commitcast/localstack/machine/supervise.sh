# Usage: sh -c "$(this text)" sh LOG STOP-SIGNAL SECONDS COMMAND...
# Runs COMMAND with its output appended to LOG and prints its process id. Standard input is a pipe
# from the parent: a line on it is the signal to send to COMMAND, its end (the parent closed it, or
# died) sends STOP-SIGNAL; after SECONDS follows KILL. Thus COMMAND never outlives the parent.
log=$1; stop=$2; seconds=$3; shift 3
# Ctrl-C goes to every process of the terminal: only the parent answers it, in its own order.
trap '' INT
# A handler, unlike an ignored signal, is not handed down to COMMAND.
trap : TERM HUP
exec 3<&0
"$@" >>"$log" 2>&1 </dev/null 3<&- &
child=$!
echo "$child"
exec >/dev/null 2>&1
(
    trap : TERM HUP
    read -r signal <&3
    kill -s "${signal:-$stop}" "$child"
    left=$((seconds * 5))
    while [ "$left" -gt 0 ] && kill -0 "$child"; do left=$((left - 1)); sleep 0.2; done
    kill -s KILL "$child"
) &
watcher=$!
exec 3<&-
wait "$child"; code=$?
while kill -0 "$child"; do wait "$child"; code=$?; done
kill -s KILL "$watcher"
wait "$watcher"
exit "$code"
