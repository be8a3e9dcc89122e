package dev.vidiexport.app.cli.prepared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/**
 * One option, or one argument without a name.
 *
 * @param path the names of the fields that lead from the command to the one that takes the value
 * @param names the names of an option; empty for another argument
 * @param index the places of an argument without a name; empty for an option
 * @param kind what it is read as
 * @param arity how many words it takes
 * @param label what stands for its value in a help
 * @param isPlainLabel whether the help shows the label as it is
 * @param isRequired whether it must be given
 * @param isInherited whether commands behind this one take it, too
 * @param usual its value where it is not given
 * @param description the lines of its help
 */
record PreparedArgument(
    List<String> path,
    List<String> names,
    Optional<PreparedRange> index,
    ValueKind kind,
    PreparedRange arity,
    String label,
    boolean isPlainLabel,
    boolean isRequired,
    boolean isInherited,
    Optional<String> usual,
    List<String> description) {

  /** Takes from picocli what it has read from annotations. */
  static PreparedArgument of(ArgSpec argument, Object command) throws ReflectiveOperationException {
    Field field = (Field) argument.userObject();
    List<String> path =
        BoundField.path(command, owner(argument), field.getName())
            .orElseThrow(() -> new IllegalStateException("Nothing leads to " + field + "."));
    return new PreparedArgument(
        path,
        argument instanceof OptionSpec option ? List.of(option.names()) : List.of(),
        argument instanceof PositionalParamSpec positional
            ? Optional.of(PreparedRange.of(positional.index()))
            : Optional.empty(),
        ValueKind.of(argument),
        PreparedRange.of(argument.arity()),
        argument.paramLabel(),
        argument.hideParamSyntax(),
        argument.required(),
        argument.scopeType() == ScopeType.INHERIT,
        Optional.ofNullable(argument.defaultValue()),
        List.of(argument.description()));
  }

  private static Object owner(ArgSpec argument) {
    try {
      return argument.scope().get();
    } catch (Exception never) {
      throw new IllegalStateException("Nothing has " + argument + ".", never);
    }
  }

  /** What picocli is to know of it; values go into the fields of the command. */
  ArgSpec spec(Object command) throws ReflectiveOperationException {
    BoundField field = BoundField.of(command, path);
    return index.map(places -> positional(places, field)).orElseGet(() -> option(field));
  }

  // The builders have their common methods from a class that is not public. The field has the
  // initial value: each command line is parsed into new objects.

  private ArgSpec option(BoundField field) {
    return OptionSpec.builder(names.toArray(String[]::new))
        .type(kind.type())
        .auxiliaryTypes(kind.part())
        .arity(arity.range())
        .paramLabel(label)
        .hideParamSyntax(isPlainLabel)
        .required(isRequired)
        .scopeType(scope())
        .defaultValue(usual.orElse(null))
        .description(description.toArray(String[]::new))
        .getter(field)
        .setter(field)
        .hasInitialValue(false)
        .build();
  }

  private ArgSpec positional(PreparedRange places, BoundField field) {
    return PositionalParamSpec.builder()
        .index(places.range())
        .type(kind.type())
        .auxiliaryTypes(kind.part())
        .arity(arity.range())
        .paramLabel(label)
        .hideParamSyntax(isPlainLabel)
        .required(isRequired)
        .scopeType(scope())
        .defaultValue(usual.orElse(null))
        .description(description.toArray(String[]::new))
        .getter(field)
        .setter(field)
        .hasInitialValue(false)
        .build();
  }

  private ScopeType scope() {
    return isInherited ? ScopeType.INHERIT : ScopeType.LOCAL;
  }

  void write(DataOutput out) throws IOException {
    StoredTexts.write(path, out);
    StoredTexts.write(names, out);
    out.writeBoolean(index.isPresent());
    if (index.isPresent()) {
      index.get().write(out);
    }
    out.writeUTF(kind.name());
    arity.write(out);
    out.writeUTF(label);
    out.writeBoolean(isPlainLabel);
    out.writeBoolean(isRequired);
    out.writeBoolean(isInherited);
    StoredTexts.write(usual.stream().toList(), out);
    StoredTexts.write(description, out);
  }

  static PreparedArgument read(DataInput in) throws IOException {
    return new PreparedArgument(
        StoredTexts.read(in),
        StoredTexts.read(in),
        in.readBoolean() ? Optional.of(PreparedRange.read(in)) : Optional.empty(),
        ValueKind.valueOf(in.readUTF()),
        PreparedRange.read(in),
        in.readUTF(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        StoredTexts.read(in).stream().findFirst(),
        StoredTexts.read(in));
  }
}
