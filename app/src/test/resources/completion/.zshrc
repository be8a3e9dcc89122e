# Shows what TAB would offer: Ctrl-T writes all of it into the line, and Ctrl-G tells the line's words.
# With SOURCED the completion is read as a line of .zshrc does it, else it is found as a package has it.
[[ -n $SOURCED ]] || fpath=("${SCRIPT:h}" $fpath)
autoload -Uz compinit && compinit -u -D
[[ -z $SOURCED ]] || source <(cat "$SCRIPT")
unset zle_bracketed_paste
zle -C all-matches complete-word _generic
zstyle ':completion:all-matches:*' insert yes
zstyle ':completion:all-matches::::' completer _all_matches _complete
show() {
  local -a words=("${(Q)${(z)BUFFER}[@]}")
  print -n '\n<<<'
  print -rn -- "${(pj:\036:)words}"$'\036'
  print '>>>'
  BUFFER=
  zle reset-prompt
}
zle -N show
bindkey '^T' all-matches
bindkey '^G' show
PS1='READY:'
