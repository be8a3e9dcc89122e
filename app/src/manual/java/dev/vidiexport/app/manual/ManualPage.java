package dev.vidiexport.app.manual;

import static dev.vidiexport.app.manual.RoffText.bold;
import static dev.vidiexport.app.manual.RoffText.italic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The manual page of a command, or of the program, for {@code man 1}. */
final class ManualPage {
  private final ProgramModel model;
  private final CommandModel command;
  private final PageOrigin origin;
  private final RoffText roff = new RoffText();

  private ManualPage(ProgramModel model, CommandModel command, PageOrigin origin) {
    this.model = model;
    this.command = command;
    this.origin = origin;
  }

  /** The page of the program itself, or of one of its commands. */
  static String of(ProgramModel model, CommandModel command, PageOrigin origin) {
    return new ManualPage(model, command, origin).page();
  }

  /** What the page is called, {@code vidiexport-export}. */
  static String name(ProgramModel model, CommandModel command) {
    String program = model.program().name();
    return command.equals(model.program()) ? program : program + "-" + command.name();
  }

  private String page() {
    String name = name(model, command);
    roff.request(
        ".TH", name.toUpperCase(Locale.ROOT), "1", origin.date(), origin.source(), "User Commands");
    roff.request(".SH", "NAME").line(RoffText.plain(name) + " \\- " + RoffText.plain(nameLine()));
    addSynopsis();
    roff.request(".SH", "DESCRIPTION").prose(command.summary());
    notes(false).forEach(this::addParagraph);
    addCommands();
    addArguments();
    addOptions();
    addExitStatus();
    addEnvironment();
    addFiles();
    addExamples();
    addSeeAlso();
    return roff.toString();
  }

  /** The first sentence, as lists of pages show it. */
  private String nameLine() {
    String first = command.summary().split("\\. ", 2)[0];
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private void addSynopsis() {
    roff.request(".SH", "SYNOPSIS");
    if (isProgram()) {
      roff.line(
          "%s [%s] %s [%s]"
              .formatted(bold("vidiexport"), italic("OPTIONS"), italic("COMMAND"), italic("...")));
      return;
    }
    roff.line(
        "%s [%s]%s"
            .formatted(
                bold("vidiexport " + command.name()),
                italic("OPTIONS"),
                command.arguments().stream().map(ManualPage::told).collect(Collectors.joining())));
  }

  private static String told(ArgumentModel argument) {
    return (argument.required() ? " %s%s" : " [%s]%s")
        .formatted(italic(argument.label()), argument.repeatable() ? RoffText.plain("...") : "");
  }

  private void addParagraph(List<String> lines) {
    roff.request(".PP").prose(String.join(" ", lines));
  }

  private void addCommands() {
    if (!isProgram()) {
      return;
    }
    roff.request(".SH", "COMMANDS");
    for (CommandModel one : model.commands()) {
      roff.request(".TP").line(bold(one.name())).prose(one.summary());
    }
  }

  private void addArguments() {
    if (command.arguments().isEmpty()) {
      return;
    }
    roff.request(".SH", "ARGUMENTS");
    for (ArgumentModel argument : command.arguments()) {
      roff.request(".TP").line(italic(argument.label())).prose(argument.description());
    }
  }

  private void addOptions() {
    roff.request(".SH", "OPTIONS");
    for (GroupModel group : command.groups()) {
      roff.request(".SS", group.heading());
      for (OptionModel option : group.options()) {
        roff.request(".TP").line(told(option)).prose(option.description());
      }
    }
  }

  private static String told(OptionModel option) {
    String names = option.names().stream().map(RoffText::bold).collect(Collectors.joining(", "));
    if (!option.takesValue()) {
      return names;
    }
    return names + (option.label().contains(" ") ? " " : "=") + italic(option.label());
  }

  private void addExitStatus() {
    roff.request(".SH", "EXIT STATUS");
    ExitStatuses.of(command, isProgram())
        .forEach(
            status ->
                roff.request(".TP")
                    .line(bold(String.valueOf(status.code())))
                    .prose(status.meaning()));
  }

  private void addEnvironment() {
    List<EnvironmentVariables.Variable> told = EnvironmentVariables.of(command, isProgram());
    roff.request(".SH", "ENVIRONMENT");
    for (EnvironmentVariables.Variable variable : told) {
      roff.request(".TP").line(bold(variable.name())).prose(variable.meaning());
    }
    if (!isProgram()) {
      roff.request(".PP").line("All variables are told in " + bold("vidiexport") + "(1).");
    }
  }

  private void addFiles() {
    roff.request(".SH", "FILES");
    for (UsedFiles.Used file : UsedFiles.of(command, isProgram())) {
      roff.request(".TP").line(italic(file.path())).prose(file.meaning());
    }
  }

  private void addExamples() {
    List<List<String>> examples = notes(true);
    if (examples.isEmpty()) {
      return;
    }
    roff.request(".SH", "EXAMPLES");
    for (List<String> example : examples) {
      String lead = lead(example.get(0));
      if (!lead.isEmpty()) {
        roff.prose(lead);
      }
      roff.verbatim(example.stream().skip(1).map(line -> line.replaceFirst("^  ", "")).toList());
    }
  }

  /** {@code With a project file:} of {@code Example, with a project file:}. */
  private static String lead(String line) {
    String rest = line.replaceFirst("^Examples?,? ?(of )?", "");
    return rest.equals(":") ? "" : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
  }

  private void addSeeAlso() {
    List<String> pages = new ArrayList<>();
    if (!isProgram()) {
      pages.add(bold("vidiexport") + "(1)");
    }
    model.commands().stream()
        .filter(other -> isProgram() || isRelated(other))
        .map(other -> bold(name(model, other)) + "(1)")
        .forEach(pages::add);
    if (isProgram() || isOfHistory(command) || command.name().equals("init")) {
      pages.add(bold(ProjectFilePage.NAME) + "(5)");
    }
    roff.request(".SH", "SEE ALSO");
    for (int at = 0; at < pages.size(); at++) {
      roff.line(pages.get(at) + (at + 1 < pages.size() ? "," : ""));
    }
  }

  /** Commands that ask for the same kind of thing belong together. */
  private boolean isRelated(CommandModel other) {
    return !other.equals(command) && isOfHistory(other) == isOfHistory(command);
  }

  private static boolean isOfHistory(CommandModel command) {
    return command.options().stream().anyMatch(option -> option.names().contains("--config"));
  }

  private boolean isProgram() {
    return command.equals(model.program());
  }

  /** The paragraphs below the options of a help: those that are examples, or the others. */
  private List<List<String>> notes(boolean examples) {
    List<List<String>> paragraphs = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    for (String line : command.notes()) {
      if (line.isEmpty() && !paragraph.isEmpty()) {
        paragraphs.add(List.copyOf(paragraph));
        paragraph.clear();
      } else if (!line.isEmpty()) {
        paragraph.add(line);
      }
    }
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph);
    }
    return paragraphs.stream().filter(one -> one.get(0).startsWith("Example") == examples).toList();
  }
}
