package dev.vidiexport.app.cli;

import dev.vidiexport.app.cli.help.OptionGroups;
import dev.vidiexport.app.manual.ArgumentModel;
import dev.vidiexport.app.manual.CommandModel;
import dev.vidiexport.app.manual.GroupModel;
import dev.vidiexport.app.manual.OptionModel;
import dev.vidiexport.app.manual.ProgramModel;
import dev.vidiexport.app.manual.ProgramModel.SinkOptionModel;
import dev.vidiexport.app.manual.ValueKind;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.SinkOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads the model of the manual from the commands, as picocli knows them. */
public final class CommandModelReader {
  private final List<InstalledSink> formats = SinkLoader.load(Optional.empty()).builtIn();
  private final ValueKinds kinds =
      new ValueKinds(formats.stream().map(InstalledSink::format).toList());

  private CommandModelReader() {}

  /** The program with all its commands. */
  public static ProgramModel read() {
    return new CommandModelReader().program();
  }

  private ProgramModel program() {
    CommandLine parser = new ParsedCommandLine(CommandResourceWriter.silent()).parser();
    return new ProgramModel(
        command(parser.getCommandSpec()),
        parser.getSubcommands().values().stream()
            .map(command -> command(command.getCommandSpec()))
            .toList(),
        formats.stream()
            .flatMap(
                sink ->
                    sink.provider().options().stream()
                        .map(option -> sinkOption(sink.format(), option)))
            .toList());
  }

  private CommandModel command(CommandSpec command) {
    return new CommandModel(
        command.name(),
        joined(command.usageMessage().description()),
        command.positionalParameters().stream()
            .filter(parameter -> !parameter.hidden())
            .map(parameter -> argument(command.name(), parameter))
            .toList(),
        OptionGroups.of(command).stream()
            .map(
                group ->
                    new GroupModel(
                        group.heading(),
                        group.options().stream()
                            .map(option -> option(command.name(), option))
                            .toList()))
            .toList(),
        List.of(command.usageMessage().footer()));
  }

  private ArgumentModel argument(String command, PositionalParamSpec parameter) {
    return new ArgumentModel(
        parameter.paramLabel(),
        joined(parameter.description()),
        parameter.required(),
        parameter.arity().max() > 1,
        kinds.of(command, parameter.paramLabel()));
  }

  private OptionModel option(String command, OptionSpec option) {
    boolean isFlag = option.arity().max() == 0;
    return new OptionModel(
        Arrays.asList(option.names()),
        isFlag ? "" : option.paramLabel(),
        joined(option.description()),
        option.isMultiValue(),
        isFlag ? new ValueKind.None() : kinds.of(command, option.paramLabel()));
  }

  private static SinkOptionModel sinkOption(String format, SinkOption option) {
    List<String> values =
        option.kind() instanceof OptionKind.Choice choice
            ? choice.values()
            : option.kind() instanceof OptionKind.Flag ? List.of("true", "false") : List.of();
    return new SinkOptionModel(format, option.name(), values);
  }

  private static String joined(String... lines) {
    return String.join(" ", lines);
  }
}
