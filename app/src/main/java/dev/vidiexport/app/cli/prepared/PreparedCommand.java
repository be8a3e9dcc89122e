package dev.vidiexport.app.cli.prepared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * One command, or the program itself.
 *
 * @param name how it is called
 * @param description the lines of its help before the options
 * @param footer the lines behind them
 * @param commandLabel what stands for the name of a command in its help
 * @param arguments its arguments, in the order of the help
 */
record PreparedCommand(
    String name,
    List<String> description,
    List<String> footer,
    String commandLabel,
    List<PreparedArgument> arguments) {

  /** Takes from picocli what it has read from annotations. */
  static PreparedCommand of(CommandSpec command) throws ReflectiveOperationException {
    UsageMessageSpec help = command.usageMessage();
    List<PreparedArgument> arguments = new ArrayList<>();
    for (ArgSpec argument : command.args()) {
      arguments.add(PreparedArgument.of(argument, command.userObject()));
    }
    return new PreparedCommand(
        command.name(),
        List.of(help.description()),
        List.of(help.footer()),
        help.synopsisSubcommandLabel(),
        arguments);
  }

  /**
   * What picocli is to know of it.
   *
   * @param command takes the values
   * @param completed puts what only this run knows into the lines of the help
   */
  CommandSpec spec(Object command, UnaryOperator<String> completed)
      throws ReflectiveOperationException {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage()
        .description(completed(description, completed))
        .footer(completed(footer, completed))
        .synopsisSubcommandLabel(commandLabel);
    for (PreparedArgument argument : arguments) {
      spec.add(argument.spec(command));
    }
    return spec;
  }

  private static String[] completed(List<String> lines, UnaryOperator<String> completed) {
    return lines.stream().map(completed).toArray(String[]::new);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(name);
    StoredTexts.write(description, out);
    StoredTexts.write(footer, out);
    out.writeUTF(commandLabel);
    out.writeShort(arguments.size());
    for (PreparedArgument argument : arguments) {
      argument.write(out);
    }
  }

  static PreparedCommand read(DataInput in) throws IOException {
    String name = in.readUTF();
    List<String> description = StoredTexts.read(in);
    List<String> footer = StoredTexts.read(in);
    String commandLabel = in.readUTF();
    int size = in.readUnsignedShort();
    List<PreparedArgument> arguments = new ArrayList<>(size);
    for (int argument = 0; argument < size; argument++) {
      arguments.add(PreparedArgument.read(in));
    }
    return new PreparedCommand(name, description, footer, commandLabel, arguments);
  }
}
