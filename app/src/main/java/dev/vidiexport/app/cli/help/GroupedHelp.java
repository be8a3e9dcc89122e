package dev.vidiexport.app.cli.help;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * picocli's help, but that its options are grouped by what they are about, that commands come
 * before options, and that an option of several words has no equals sign: {@code --new NAME DIR}
 * and not {@code --new=NAME DIR}.
 */
public final class GroupedHelp extends Help {
  public GroupedHelp(CommandSpec command, ColorScheme colours) {
    super(command, colours);
  }

  /** The sections of a help in their order. */
  public static List<String> sections() {
    return List.of(
        UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
        UsageMessageSpec.SECTION_KEY_SYNOPSIS,
        UsageMessageSpec.SECTION_KEY_DESCRIPTION,
        UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
        UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
        UsageMessageSpec.SECTION_KEY_FOOTER);
  }

  @Override
  public String commandListHeading(Object... parameters) {
    return commandSpec().subcommands().isEmpty()
        ? ""
        : System.lineSeparator() + heading("Commands");
  }

  @Override
  public String parameterList() {
    List<PositionalParamSpec> shown = shownParameters();
    if (shown.isEmpty()) {
      return "";
    }
    Layout layout = layout();
    shown.forEach(parameter -> layout.addPositionalParameter(parameter, parameterLabelRenderer()));
    return System.lineSeparator() + heading("Arguments") + layout;
  }

  @Override
  public String optionList() {
    return OptionGroups.of(commandSpec()).stream()
        .map(group -> System.lineSeparator() + heading(group.heading()) + table(group.options()))
        .collect(Collectors.joining());
  }

  @Override
  public IParamLabelRenderer parameterLabelRenderer() {
    IParamLabelRenderer usual = super.parameterLabelRenderer();
    return new IParamLabelRenderer() {
      @Override
      public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
        return argument.arity().max() > 1 && argument.hideParamSyntax()
            ? colorScheme().apply(" " + argument.paramLabel(), styles)
            : usual.renderParameterLabel(argument, ansi, styles);
      }

      @Override
      public String separator() {
        return usual.separator();
      }
    };
  }

  private String table(List<OptionSpec> options) {
    Layout layout = layout();
    layout.addOptions(options, parameterLabelRenderer());
    return layout.toString();
  }

  /** Columns that are as wide in all groups of a help. */
  private Layout layout() {
    return createDefaultLayout(commandSpec().options(), shownParameters(), colorScheme());
  }

  private List<PositionalParamSpec> shownParameters() {
    return commandSpec().positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .toList();
  }

  private String heading(String text) {
    return colorScheme().ansi().new Text("@|bold " + text + ":|@", colorScheme())
        + System.lineSeparator();
  }
}
