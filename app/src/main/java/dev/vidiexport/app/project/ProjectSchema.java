package dev.vidiexport.app.project;

import static dev.vidiexport.app.project.SchemaParts.described;
import static dev.vidiexport.app.project.SchemaParts.either;
import static dev.vidiexport.app.project.SchemaParts.listOrOne;
import static dev.vidiexport.app.project.SchemaParts.object;
import static dev.vidiexport.app.project.SchemaParts.oneOfWords;
import static dev.vidiexport.app.project.SchemaParts.part;
import static dev.vidiexport.app.project.SchemaParts.text;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.rules.ColumnChoiceRules;
import dev.vidiexport.domain.rules.ExportNameRules;
import dev.vidiexport.domain.rules.ZoneRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of project files, for editors. It accepts all that the reader accepts,
 * and refuses unknown keys, wrong types and unknown words; which values go together, only the
 * reader knows.
 */
public final class ProjectSchema {
  private static final String IDS = "^[0-9]+(,[0-9]+)*$";
  private static final String NUMBER = "^[0-9]+(\\.[0-9]+)?$";
  private static final String NUMBER_OR_NOTHING = "^([0-9]+(\\.[0-9]+)?)?$";
  private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  private final SinkRegistry sinks;

  private ProjectSchema(SinkRegistry sinks) {
    this.sinks = sinks;
  }

  /** The schema, as JSON made of maps and lists, for the formats that there are. */
  public static Map<String, Object> of(SinkRegistry sinks) {
    return new ProjectSchema(sinks).file();
  }

  private Map<String, Object> file() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (FileKey key : FileKey.values()) {
      properties.put(key.key(), described(key.expected(), value(key)));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Project file of vidiexport");
    schema.putAll(object(properties));
    schema.put("required", List.of(FileKey.TARGET.key(), FileKey.EXPORTS.key()));
    schema.putAll(new TargetSchema(new DatabaseFormats(sinks)).rules());
    schema.put("$defs", part("export", export()));
    return schema;
  }

  private Map<String, Object> value(FileKey key) {
    return switch (key) {
      case TARGET, LEDGER, USERNAME, TOKEN_FILE -> part("type", "string", "minLength", 1);
      case BASE_URL -> text("^[hH][tT][tT][pP][sS]?://");
      case DEFAULTS -> {
        Map<String, Object> defaults = exportProperties();
        defaults.remove(ExportKey.TABLE.key());
        yield object(defaults);
      }
      case EXPORTS -> {
        Map<String, Object> exports = new LinkedHashMap<>();
        exports.put("type", "object");
        exports.put("minProperties", 1);
        exports.put(
            "propertyNames",
            part(
                "pattern",
                "^%s$".formatted(ExportNameRules.PATTERN),
                "not",
                part("pattern", "^(%s)$".formatted(ExportNameRules.RESERVED_BY_WINDOWS))));
        exports.put("additionalProperties", part("$ref", "#/$defs/export"));
        yield exports;
      }
    };
  }

  /** An export that names its format takes only the options of that. */
  private Map<String, Object> export() {
    Map<String, Object> export = new LinkedHashMap<>(object(exportProperties()));
    export.put("allOf", formats().map(ProjectSchema::optionsOfFormat).toList());
    return export;
  }

  private static Map<String, Object> optionsOfFormat(InstalledSink sink) {
    return part(
        "if",
        part(
            "properties",
            part(ExportKey.FORMAT.key(), part("const", sink.format())),
            "required",
            List.of(ExportKey.FORMAT.key())),
        "then",
        part("properties", part(ExportKey.SINK_OPTIONS.key(), OptionSchema.ofAll(List.of(sink)))));
  }

  private Map<String, Object> exportProperties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ExportKey key : ExportKey.values()) {
      properties.put(key.key(), described(key.expected(), value(key)));
    }
    return properties;
  }

  private Map<String, Object> value(ExportKey key) {
    return switch (key) {
      case DATA_TYPE ->
          oneOfWords(DataCatalogue.documented().dataTypes().stream().map(DataType::name));
      case TIME_RESOLUTION ->
          oneOfWords(
              Stream.of(TimeResolution.values())
                  .filter(resolution -> resolution != TimeResolution.THIRTY_DAYS)
                  .map(TimeResolution::argument));
      case GROUP_BY_DEMOGRAPHICS -> part("type", "boolean");
      case CONTENT_IDS -> listOrOne(List.of(part("type", "string"), part("type", "number")));
      case AVERAGE_CONTENT_DURATION -> either(part("type", "number", "minimum", 0), text(NUMBER));
      case EXTRAPOLATION_AMOUNT ->
          either(part("type", "number", "minimum", 0), text(NUMBER_OR_NOTHING));
      case LOCATIONS, SITES -> either(part("const", "all"), ids());
      case LOCATION_GROUPS, SITE_GROUPS, LOCATION_TAGS, SITE_TAGS -> ids();
      case START, END -> text(DAY);
      case WINDOW -> oneOfWords(Stream.of(WindowLength.values()).map(WindowLength::word));
      case LOOKBACK -> text("^[0-9]{1,4}d$");
      case FORMAT -> oneOfWords(formats().map(InstalledSink::format));
      case SINK_OPTIONS -> OptionSchema.ofAll(formats().toList());
      case TABLE, SCHEMA -> part("type", "string", "minLength", 1);
      case COLUMNS ->
          part(
              "type",
              "object",
              "additionalProperties",
              oneOfWords(ColumnChoiceRules.words().stream()));
      case TIME_ZONE -> oneOfWords(ZoneRules.names().stream());
      case TIME_ZONES -> part("type", "string", "minLength", 1);
      case WITH ->
          either(
              text(wordsOf(Addition.words())),
              part("type", "array", "items", text(wordsOf(Addition.words()))));
    };
  }

  /** One of some words, or several with commas between them. */
  private static String wordsOf(List<String> words) {
    String word = "(%s)".formatted(String.join("|", words));
    return "^%s(,%s)*$".formatted(word, word);
  }

  private static Map<String, Object> ids() {
    return listOrOne(List.of(part("type", "integer", "minimum", 1), text(IDS)));
  }

  private Stream<InstalledSink> formats() {
    return FormatReader.writingFiles(sinks).stream();
  }
}
