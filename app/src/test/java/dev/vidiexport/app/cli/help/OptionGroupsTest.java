package dev.vidiexport.app.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandModelReader;
import dev.vidiexport.app.manual.CommandModel;
import dev.vidiexport.app.manual.GroupModel;
import dev.vidiexport.app.manual.OptionModel;
import dev.vidiexport.app.manual.ProgramModel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What options are about. */
class OptionGroupsTest {
  static Stream<CommandModel> commands() {
    ProgramModel model = CommandModelReader.read();
    return model.all();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachOptionIsInOne(CommandModel command) {
    List<String> strays =
        command.groups().stream()
            .filter(group -> group.heading().equals(OptionGroups.OTHER))
            .flatMap(group -> group.options().stream())
            .flatMap(option -> option.names().stream())
            .toList();

    assertThat(strays)
        .as(
            "options of %s that belong to no group: name each in OptionGroups or CommandGroups,"
                + " under what it is about",
            command.name())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theCommonOnesComeLast(CommandModel command) {
    List<GroupModel> groups = command.groups();

    assertThat(groups.get(groups.size() - 1).options())
        .extracting(OptionModel::names)
        .contains(List.of("--quiet"), List.of("-h", "--help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noneIsMissingOrTwice(CommandModel command) {
    assertThat(command.options())
        .flatExtracting(OptionModel::names)
        .contains("--quiet", "--verbose", "--help", "--version", "--plugins")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatNobodyNamedIsShownAllTheSame() {
    CommandSpec command =
        CommandSpec.create()
            .name("export")
            .addOption(OptionSpec.builder("--quiet").build())
            .addOption(OptionSpec.builder("--brand-new").build())
            .addOption(OptionSpec.builder("--start").build());

    assertThat(OptionGroups.of(command))
        .extracting(OptionGroups.Options::heading)
        .containsExactly("What to export", OptionGroups.OTHER, "Common options");
  }
}
