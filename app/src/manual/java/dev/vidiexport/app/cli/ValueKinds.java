package dev.vidiexport.app.cli;

import dev.vidiexport.app.manual.ValueKind;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.request.TimeResolution;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says by the label of a value, {@code FILE} or {@code en|de}, what a shell can offer for it. */
final class ValueKinds {
  /** What only the user knows. A label that is neither here nor below breaks the build. */
  private static final Set<String> FREE =
      Set.of(
          "7d|1M",
          "DATE",
          "DURATION",
          "ID[,ID]",
          "ID=TIME",
          "ID=TIME/TIME",
          "ID=TIME=NAME",
          "K/N",
          "N",
          "NAME",
          "NAME DIR",
          "NUMBER",
          "PERCENT",
          "PORT",
          "ROW",
          "ROWS",
          "SECONDS",
          "TEXT",
          "TIME",
          "URL",
          "ZONE",
          "ZONE[,ZONE]");

  private final List<String> formats;

  /**
   * Knows the kinds of values.
   *
   * @param formats the built-in formats
   */
  ValueKinds(List<String> formats) {
    this.formats = formats;
  }

  /** What the value of this label may be, of an option or argument of this command. */
  ValueKind of(String command, String label) {
    if (command.equals("data-types") && label.equals("NAME")) {
      return dataTypes();
    }
    return switch (label) {
      case "FILE", "OUTPUT" -> new ValueKind.File();
      case "DIR" -> new ValueKind.Folder();
      case "TYPE" -> dataTypes();
      case "RESOLUTION" ->
          new ValueKind.Words(
              Stream.of(TimeResolution.values()).map(TimeResolution::argument).toList());
      case "FORMAT" -> new ValueKind.Words(formats);
      case "WHAT[,WHAT]" -> new ValueKind.WordList(Addition.words());
      case "NAME[,NAME]" -> new ValueKind.ExportNames();
      case "KEY=VALUE" -> new ValueKind.SinkOptions();
      default -> words(command, label);
    };
  }

  private static ValueKind words(String command, String label) {
    if (FREE.contains(label)) {
      return new ValueKind.Free();
    }
    if (label.matches("[a-z]+(\\|[a-z]+)*")) {
      return new ValueKind.Words(List.of(label.split("\\|")));
    }
    throw new IllegalStateException(
        "Nobody said what shells can offer for %s of %s: name it in ValueKinds"
            .formatted(label, command));
  }

  private static ValueKind dataTypes() {
    return new ValueKind.Words(
        DataCatalogue.documented().dataTypes().stream().map(DataType::name).toList());
  }
}
