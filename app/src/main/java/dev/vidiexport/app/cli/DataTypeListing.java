package dev.vidiexport.app.cli;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.domain.catalogue.ColumnPresence;
import dev.vidiexport.domain.catalogue.DataColumn;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.catalogue.TypeSpecificArgument;
import dev.vidiexport.domain.request.TimeResolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How data types are shown, to people and to programs. */
final class DataTypeListing {
  private DataTypeListing() {}

  static Map<String, Object> asJson(DataType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", type.name());
    json.put("resolutions", names(type.resolutions()));
    json.put("arguments", type.arguments().stream().map(TypeSpecificArgument::argument).toList());
    json.put("columns", type.columns().stream().map(column -> asJson(type, column)).toList());
    return json;
  }

  private static Map<String, Object> asJson(DataType type, DataColumn column) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", column.name());
    json.put("type", column.type().label());
    json.put("unit", column.unit().orElse(null));
    json.put("resolutions", names(column.resolutions()));
    json.put("presence", presence(type, column));
    return json;
  }

  static String asText(List<DataType> types) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("DATA TYPE", "COLUMNS", "RESOLUTIONS", "ARGUMENTS"));
    for (DataType type : types) {
      rows.add(
          List.of(
              type.name(),
              String.valueOf(type.columns().size()),
              String.join(" ", names(type.resolutions())),
              arguments(type)));
    }
    return TextColumns.of(rows);
  }

  static String asText(DataType type) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("COLUMN", "TYPE", "RESOLUTIONS", "PRESENT", "UNIT"));
    for (DataColumn column : type.columns()) {
      rows.add(
          List.of(
              column.name(),
              column.type().label(),
              column.resolutions().equals(type.resolutions())
                  ? "all"
                  : String.join(" ", names(column.resolutions())),
              presence(type, column),
              column.unit().orElse("")));
    }
    String arguments = arguments(type);
    return "%s%nResolutions: %s%n%s%n%s"
        .formatted(
            type.name(),
            String.join(" ", names(type.resolutions())),
            arguments.isEmpty() ? "" : "Arguments:   " + arguments + "\n",
            TextColumns.of(rows));
  }

  private static String arguments(DataType type) {
    return type.arguments().stream()
        .map(argument -> OptionNames.ofArgument(argument.argument()))
        .collect(joining(" "));
  }

  private static List<String> names(List<TimeResolution> resolutions) {
    return resolutions.stream().map(TimeResolution::argument).toList();
  }

  /** A column of both finest and aggregated rows may be there always in the former alone. */
  private static String presence(DataType type, DataColumn column) {
    boolean alwaysInFinest =
        type.finest().stream()
            .anyMatch(
                finest ->
                    finest.name().equals(column.name())
                        && finest.presence() == ColumnPresence.ALWAYS);
    String presence = presence(column.presence());
    return alwaysInFinest && column.presence() != ColumnPresence.ALWAYS
        ? "at finest, and " + presence
        : presence;
  }

  private static String presence(ColumnPresence presence) {
    return switch (presence) {
      case ALWAYS -> "always";
      case MAY_BE_MISSING -> "may be missing";
      case WHEN_GROUPED -> "when grouped";
      case WHEN_NOT_GROUPED -> "when not grouped";
      case OPTIONAL -> "sometimes";
      case FORMER_NAME -> "name of 2016";
    };
  }
}
