#compdef vidiexport
# Completion of vidiexport for zsh, made by the build from the commands themselves.
# It reads the project file for the names of its exports, and never starts vidiexport.

# Offers the exports of the project file, with commas between them.
_vidiexport_exports() {
  # _arguments has put a backslash before colons and backslashes.
  local given=${${opt_args[--config]//\\:/:}//\\\\/\\}
  local file=${${(Q)given}/#\~\//$HOME/}
  file=${file:-${VIDIEXPORT_CONFIG:-vidiexport.yaml}}
  [[ -f $file && -r $file ]] || return 1
  local -a names
  names=(${(f)"$(head -c 1048576 2>/dev/null <$file | LC_ALL=C awk '
@EXPORT_NAMES@
' 2>/dev/null)"})
  _vidiexport_list $names
}

# Offers words with commas between them.
_vidiexport_list() {
  (( $# )) && _sequence compadd - "$@"
}

# Offers the keys of the sink options of the format, or of all formats, then the values of the key.
_vidiexport_sink_options() {
  local format=${(Q)opt_args[-f]:-${(Q)opt_args[--format]}} line
  local -a parts keys values
  for line in \
@SINK_OPTIONS@
  do
    parts=("${(@s:|:)line}")
    [[ -z $format || $format == $parts[1] ]] || continue
    keys+=($parts[2])
    [[ $PREFIX == $parts[2]=* ]] && values+=(${=parts[3]})
  done
  if compset -P '*='; then
    compadd -- ${(u)values}
  else
    compadd -S = -q -- ${(u)keys}
  fi
}

_vidiexport_commands() {
  local -a commands
  commands=(
@COMMANDS@
  )
  _describe -t commands command commands
}

_vidiexport() {
  local curcontext=$curcontext state state_descr line ret=1
  typeset -A opt_args
  _arguments -C -S \
@PROGRAM@
    '1:command:_vidiexport_commands' \
    '*:: :->command' && ret=0
  [[ $state == command ]] || return ret
  curcontext=${curcontext%:*:*}:vidiexport-$words[1]:
  case $words[1] in
@CASES@
  esac
  return ret
}

if [[ $funcstack[1] == _vidiexport ]]; then
  _vidiexport "$@"
else
  compdef _vidiexport vidiexport
fi
