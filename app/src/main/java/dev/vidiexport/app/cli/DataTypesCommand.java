package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the data types, or shows one. */
@CommandLine.Command(
    name = "data-types",
    description = "Lists VidiCenter's types of data, or shows one with its columns.",
    footer = {"", "Example:", "  ${sys:vidiexport.command:-vidiexport} data-types viewers"})
final class DataTypesCommand implements Command {
  private final Console console;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The one to show.")
  private @Nullable String name;

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  DataTypesCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    DataCatalogue catalogue = DataCatalogue.documented();
    Optional<DataType> chosen = name == null ? Optional.empty() : catalogue.find(name);
    if (name != null && chosen.isEmpty()) {
      problems.add(
          "Unknown data type \"%s\".%s"
              .formatted(
                  name,
                  catalogue
                      .nearest(name)
                      .map(SpellingSuggestion::asQuestion)
                      .orElse(" vidiexport data-types lists all.")));
    }
    problems.throwIfAny();
    console.out().println(chosen.map(this::show).orElseGet(() -> list(catalogue)));
    return ExitCode.DONE;
  }

  private String show(DataType type) {
    return json ? JsonOutput.of(DataTypeListing.asJson(type)) : DataTypeListing.asText(type);
  }

  private String list(DataCatalogue catalogue) {
    return json
        ? JsonOutput.of(catalogue.dataTypes().stream().map(DataTypeListing::asJson).toList())
        : DataTypeListing.asText(catalogue.dataTypes());
  }
}
