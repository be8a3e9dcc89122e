package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads which export a call asks for, and refuses what the service would. */
final class QuestionReader {
  private static final Set<String> KNOWN =
      Set.of(
          "data_type",
          "time_resolution",
          "start",
          "end",
          "group_by_demographics",
          "force_rebuild",
          "status_only",
          "content_ids",
          "average_content_duration",
          "extrapolation_amount");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final SourceReader sources;

  QuestionReader(SandboxTopology topology) {
    this.sources = new SourceReader(topology);
  }

  /**
   * The export that these arguments ask for.
   *
   * @throws Refusal when the service would refuse them
   */
  Question read(Map<String, String> arguments) {
    refuseUnknown(arguments);
    DocumentedType type = type(arguments);
    Resolution resolution = resolution(arguments, type);
    LocalDateTime start = time(arguments, "start");
    LocalDateTime end = time(arguments, "end");
    if (end.isBefore(start)) {
      throw Refusal.badRequest("end must not be before start");
    }
    boolean grouped = arguments.containsKey("group_by_demographics");
    if (grouped && !(type.takesGrouping() && resolution.isAggregated())) {
      throw Refusal.badRequest(
          "group_by_demographics is not available for data_type %s at time_resolution %s"
              .formatted(type.name(), resolution.word()));
    }
    return new Question(
        type.name(),
        resolution,
        start,
        end,
        sources.read(arguments),
        grouped,
        contentIds(arguments, type),
        settings(arguments, type));
  }

  private static void refuseUnknown(Map<String, String> arguments) {
    for (String name : arguments.keySet()) {
      if (!KNOWN.contains(name) && SourceArgument.find(name).isEmpty()) {
        throw Refusal.badRequest("Unknown argument " + name);
      }
    }
  }

  private static DocumentedType type(Map<String, String> arguments) {
    String name = required(arguments, "data_type");
    return KeyTable.find(name).orElseThrow(() -> Refusal.badRequest("Unknown data_type " + name));
  }

  private static Resolution resolution(Map<String, String> arguments, DocumentedType type) {
    String word = required(arguments, "time_resolution");
    return Resolution.find(word)
        .filter(type.resolutions()::contains)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "time_resolution %s is not available for data_type %s"
                        .formatted(word, type.name())));
  }

  private static LocalDateTime time(Map<String, String> arguments, String name) {
    String text = required(arguments, name);
    try {
      LocalDateTime time = LocalDateTime.parse(text, TIME);
      if (time.getYear() >= 1 && time.getYear() <= 9999) {
        return time;
      }
    } catch (DateTimeParseException notThatShape) {
      throw badTime(name, text);
    }
    throw badTime(name, text);
  }

  private static Refusal badTime(String name, String text) {
    return Refusal.badRequest("%s must be YYYY-MM-DDTHH:mm:SS, but was %s".formatted(name, text));
  }

  private static SortedSet<String> contentIds(Map<String, String> arguments, DocumentedType type) {
    String text = arguments.get("content_ids");
    if (text == null) {
      return Collections.emptySortedSet();
    }
    refuseUnless(type.takesContents(), "content_ids", type);
    return new TreeSet<>(Arrays.asList(text.split(",", -1)));
  }

  /** The arguments that change how the service computes, not which rows there are. */
  private static Map<String, String> settings(Map<String, String> arguments, DocumentedType type) {
    Map<String, String> settings = new TreeMap<>();
    String duration = arguments.get("average_content_duration");
    if (duration != null) {
      refuseUnless(type.takesContentDuration(), "average_content_duration", type);
      settings.put("average_content_duration", number("average_content_duration", duration));
    }
    String amount = arguments.get("extrapolation_amount");
    if (amount != null) {
      refuseUnless(type.isExtrapolated(), "extrapolation_amount", type);
      settings.put(
          "extrapolation_amount",
          amount.isEmpty() ? amount : number("extrapolation_amount", amount));
    } else if (type.isExtrapolated()) {
      throw Refusal.badRequest("Missing argument extrapolation_amount");
    }
    return settings;
  }

  private static void refuseUnless(boolean taken, String argument, DocumentedType type) {
    if (!taken) {
      throw Refusal.badRequest(
          "%s is not available for data_type %s".formatted(argument, type.name()));
    }
  }

  private static String number(String argument, String text) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw Refusal.badRequest("%s must be a number, but was %s".formatted(argument, text));
    }
    return text;
  }

  private static String required(Map<String, String> arguments, String name) {
    String text = arguments.get(name);
    if (text == null || text.isEmpty()) {
      throw Refusal.badRequest("Missing argument " + name);
    }
    return text;
  }
}
