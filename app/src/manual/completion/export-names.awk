# Prints the names of the exports of a project file that has them one below the other, and nothing of any other file.
{ sub(/\r$/, "") }
NR == 1 { sub(/^\357\273\277/, "") }
/^ *(#|$)/ { next }
/^[^ ]/ {
  inside = /^["\047]?exports["\047]? *:( *| +#.*)$/
  depth = 0
  next
}
inside {
  match($0, /^ */)
  if (depth == 0) depth = RLENGTH
  if (RLENGTH != depth) next
  key = substr($0, depth + 1)
  if (!match(key, /^["\047]?[a-z][a-z0-9_]*["\047]? *:( |$)/)) next
  key = substr(key, 1, RLENGTH)
  gsub(/["\047 :]/, "", key)
  if (length(key) < 64) print key
}
