package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.prepared.PreparedCommands;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the build has prepared of a command is all that its annotations say. */
class PreparedCommandTest {
  /** All that picocli compares of two arguments, but for the command that each belongs to. */
  private record Facts(
      List<String> names,
      String index,
      Class<?> type,
      List<Class<?>> parts,
      String arity,
      String label,
      List<Object> flags,
      List<Object> defaults,
      List<String> description) {

    static Facts of(ArgSpec argument) {
      return new Facts(
          argument instanceof OptionSpec option ? List.of(option.names()) : List.of(),
          argument instanceof PositionalParamSpec positional ? positional.index().toString() : "",
          argument.type(),
          List.of(argument.auxiliaryTypes()),
          argument.arity().toString(),
          argument.paramLabel(),
          List.of(
              argument.hideParamSyntax(),
              argument.required(),
              argument.hidden(),
              argument.inherited(),
              argument.interactive(),
              argument.arity().isUnspecified(),
              argument.arity().isVariable(),
              argument instanceof PositionalParamSpec places && places.index().isUnspecified(),
              argument instanceof OptionSpec option && option.negatable(),
              argument.scopeType()),
          Arrays.asList(
              argument.defaultValue(),
              argument.splitRegex(),
              argument.group(),
              argument.parameterConsumer(),
              argument.completionCandidates(),
              List.of(argument.converters())),
          List.of(argument.description()));
    }
  }

  static Stream<String> commands() {
    return Stream.concat(Stream.of(RootCommand.NAME), CommandFactory.NAMES.stream());
  }

  private static Object command(String name) {
    return name.equals(RootCommand.NAME)
        ? new RootCommand()
        : CommandFactory.make(name, CommandResourceWriter.silent());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysWhatTheAnnotationsSay(String name) {
    CommandSpec annotated = CommandSpec.forAnnotatedObject(command(name));

    CommandSpec prepared = PreparedCommands.spec(name, command(name), PrerenderedHelp::naming);

    assertThat(prepared.mixins()).as("read from annotations after all").isEmpty();
    assertThat(prepared.name()).isEqualTo(annotated.name());
    assertThat(prepared.args().stream().map(Facts::of))
        .containsExactlyElementsOf(annotated.args().stream().map(Facts::of).toList());
    assertThat(new CommandLine(prepared).getUsageMessage(Ansi.OFF))
        .isEqualTo(new CommandLine(annotated).getUsageMessage(Ansi.OFF));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void putsValuesIntoTheFieldsThatAreAnnotated(String name) throws Exception {
    Object command = command(name);
    CommandSpec prepared = PreparedCommands.spec(name, command, PrerenderedHelp::naming);
    CommandSpec annotated = CommandSpec.forAnnotatedObject(command);

    for (int at = 0; at < prepared.args().size(); at++) {
      ArgSpec argument = prepared.args().get(at);
      Object value =
          argument.type() == boolean.class
              ? Boolean.TRUE
              : argument.type() == String.class ? "value " + at : List.of("value " + at);

      argument.setter().set(value);

      assertThat(annotated.args().get(at).<Object>getValue()).isEqualTo(value);
      assertThat(argument.<Object>getValue()).isEqualTo(value);
    }
  }
}
