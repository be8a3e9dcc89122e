# Completion of vidiexport for fish, made by the build from the commands themselves.
# It reads the project file for the names of its exports, and never starts vidiexport.

# The command that the line names; nothing where it names none.
function __vidiexport_command
    set -l behind_option no
    for word in (commandline -opc)[2..]
        if test $behind_option = yes
            set behind_option no
            continue
        end
        switch $word
            case @PROGRAM_VALUES@
                set behind_option yes
            case '-*'
            case '*'
                echo $word
                return
        end
    end
end

function __vidiexport_is
    test "$(__vidiexport_command)" = "$argv[1]"
end

# What was given for an option, by any of its names; the last where there are several.
function __vidiexport_given
    set -l next no
    set -l value
    for word in (commandline -opc)
        if test $next = yes
            set value $word
            set next no
        else if contains -- $word $argv
            set next yes
        else if contains -- (string replace -r '=.*' '' -- $word) $argv
            set value (string replace -r '^[^=]*=' '' -- $word)
        end
    end
    echo $value
end

# The value that is being written, without its option.
function __vidiexport_value
    string replace -r -- '^--[a-z-]+=' '' (commandline -ct)
end

# Words, of which several may be given with commas between them.
function __vidiexport_list
    set -l before (string match -r '^.*,' -- (__vidiexport_value))
    for word in $argv
        string match -q -- "*,$word,*" ",$before"; or echo "$before$word"
    end
end

function __vidiexport_exports
    set -l file (__vidiexport_given --config | string replace -r '^~/' "$HOME/")
    test -n "$file"; or set file $VIDIEXPORT_CONFIG
    test -n "$file"; or set file vidiexport.yaml
    test -f "$file" -a -r "$file"; or return
    set -l names (head -c 1048576 <$file 2>/dev/null | LC_ALL=C awk '
@EXPORT_NAMES@
' 2>/dev/null)
    set -q names[1]; and __vidiexport_list $names
end

# The keys of the sink options of the format, or of all formats, with their values where there are some.
function __vidiexport_sink_options
    set -l format (__vidiexport_given -f --format)
    for line in \
@SINK_OPTIONS@
        set -l parts (string split '|' -- $line)
        test -z "$format" -o "$format" = "$parts[1]"; or continue
        if string match -q -- "$parts[2]=*" (__vidiexport_value)
            test -n "$parts[3]"; and printf "$parts[2]=%s\n" (string split ' ' -- $parts[3])
        else
            echo $parts[2]=
        end
    end
end

complete -c vidiexport -f
@COMPLETIONS@
