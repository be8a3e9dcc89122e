# Completion of vidiexport for bash, made by the build from the commands themselves.
# It reads the project file for the names of its exports, and never starts vidiexport.

# The exports of a project file, as the line names it, in quotation marks or not.
_vidiexport_exports() {
  local file=$1
  case $file in
    \"*\" | \'*\') file=${file:1:${#file}-2} ;;
    *) file=${file//\\/} ;;
  esac
  case $file in
    '') file=${VIDIEXPORT_CONFIG:-vidiexport.yaml} ;;
    '~/'*) file=$HOME/${file#??} ;;
  esac
  [[ -f $file && -r $file ]] || return 0
  head -c 1048576 2>/dev/null <"$file" | LC_ALL=C awk '
@EXPORT_NAMES@
' 2>/dev/null
}

# What may be written for the sink options of a format, or of all: the keys, or one key with its values.
_vidiexport_sink_options() {
  local format key values value
  while IFS='|' read -r format key values; do
    [[ -z $1 || $1 == "$format" ]] || continue
    if [[ $2 != "$key="* ]]; then
      printf '%s=\n' "$key"
    else
      for value in $values; do printf '%s=%s\n' "$key" "$value"; done
    fi
  done <<'END'
@SINK_OPTIONS@
END
}

# The options of a command; those of the program itself for an empty name.
_vidiexport_options() {
  case $1 in
@OPTIONS@
  esac
}

# Sets kind and items to what follows an option of a command; kind stays empty where nothing does.
_vidiexport_value() {
  kind='' items=''
  case $1,$2 in
@VALUES@
  esac
}

# Sets kind and items to what a command takes besides its options.
_vidiexport_argument() {
  kind='' items=''
  case $1 in
@ARGUMENTS@
  esac
}

# Offers those of some words that go on as the line does. $1 is what precedes them in the current word.
_vidiexport_offer() {
  local head=$1 word
  shift
  for word; do
    word=$head$word
    # Only what follows the last break between words is replaced.
    [[ $word == "$current"* ]] && COMPREPLY+=("${word:${#current}-${#piece}}")
  done
}

_vidiexport_offer_values() {
  local head=$1 typed=${current#"$1"} before='' word
  compopt -o nosort 2>/dev/null
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
    words) _vidiexport_offer "$head" $items ;;
    list | exports)
      [[ $kind == exports ]] && items=$(_vidiexport_exports "$config")
      [[ $typed == *,* ]] && before=${typed%,*},
      for word in $items; do
        [[ ,$before == *,"$word",* ]] || _vidiexport_offer "$head$before" "$word"
      done
      ;;
    sink-options)
      _vidiexport_offer "$head" $(_vidiexport_sink_options "$format" "$typed")
      [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
      ;;
  esac
}

_vidiexport() {
  local IFS=$' \t\n' kind items glue='' word i
  local command='' option='' config='' format='' ended=''
  local -a words=()
  COMPREPLY=()

  # bash takes "=" and ":" for words of their own.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ ${#words[@]} -gt 0 && ($glue || $word == [=:]*) ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    [[ $word == *[=:] ]] && glue=1 || glue=''
  done
  local current=${words[${#words[@]}-1]} piece=${COMP_WORDS[COMP_CWORD]}
  [[ $piece == [=:]* ]] && piece=''
  unset "words[${#words[@]}-1]"

  for word in "${words[@]}"; do
    if [[ $option || (! $ended && $word == --*=*) ]]; then
      case ${option:-${word%%=*}} in
        --config) [[ $option ]] && config=$word || config=${word#*=} ;;
        -f | --format) [[ $option ]] && format=$word || format=${word#*=} ;;
      esac
      option=''
    elif [[ $word == -- ]]; then
      ended=1
    elif [[ ! $ended && $word == -?* ]]; then
      _vidiexport_value "$command" "$word"
      [[ $kind ]] && option=$word
    elif [[ ! $command ]]; then
      command=$word
    fi
  done

  if [[ $option ]]; then
    _vidiexport_value "$command" "$option"
    _vidiexport_offer_values ''
  elif [[ ! $ended && $current == --*=* ]]; then
    _vidiexport_value "$command" "${current%%=*}"
    _vidiexport_offer_values "${current%%=*}="
  elif [[ ! $ended && $current == -* ]]; then
    _vidiexport_offer '' $(_vidiexport_options "$command")
  else
    _vidiexport_argument "$command"
    _vidiexport_offer_values ''
  fi
}

complete -F _vidiexport vidiexport
