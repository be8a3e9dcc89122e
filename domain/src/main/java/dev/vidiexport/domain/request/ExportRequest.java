package dev.vidiexport.domain.request;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What VidiCenter is asked for. Immutable. Made by a builder that checks the rules of the service.
 *
 * @param dataType VidiCenter's name of the data type
 * @param timeResolution how long a time one row stands for
 * @param start the first second of the range, local time of the locations
 * @param end the last second of the range, which belongs to it; not before {@code start}
 * @param sources the ids asked for, by kind; at least one, all positive
 * @param groupByDemographics whether there is one row for each gender and age group
 * @param contentIds the contents asked for; empty for all
 * @param averageContentDuration in seconds, as the user wrote it; empty where not given
 * @param extrapolationAmount as the user wrote it; present and empty for the average, empty where
 *     the data type takes none
 */
public record ExportRequest(
    String dataType,
    TimeResolution timeResolution,
    LocalDateTime start,
    LocalDateTime end,
    Map<SourceKind, List<Long>> sources,
    boolean groupByDemographics,
    List<String> contentIds,
    Optional<String> averageContentDuration,
    Optional<String> extrapolationAmount) {

  /** How VidiCenter writes a time: no zone, no fraction. */
  public static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  public ExportRequest {
    requireNonNull(dataType, "dataType must not be null");
    requireNonNull(timeResolution, "timeResolution must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(averageContentDuration, "averageContentDuration must not be null");
    requireNonNull(extrapolationAmount, "extrapolationAmount must not be null");
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "end must not be before start, but was %s < %s".formatted(end, start));
    }
    EnumMap<SourceKind, List<Long>> copy = new EnumMap<>(SourceKind.class);
    sources.forEach((kind, ids) -> copy.put(kind, List.copyOf(ids)));
    copy.forEach(
        (kind, ids) -> {
          if (ids.stream().anyMatch(id -> id < 1)) {
            throw new IllegalArgumentException(
                "%s must be positive, but was %s".formatted(kind.argument(), ids));
          }
        });
    if (copy.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("sources must hold at least one id");
    }
    sources = Collections.unmodifiableMap(copy);
    contentIds = List.copyOf(contentIds);
  }

  /**
   * VidiCenter's argument names and values, in the order in which they are sent, not yet encoded.
   * Arguments that act by being there are there only when they are wanted; {@code force_rebuild} is
   * no property of a request and never among them.
   */
  public Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    sources.forEach(
        (kind, ids) -> {
          if (!ids.isEmpty()) {
            arguments.put(kind.argument(), ids.stream().map(String::valueOf).collect(joining(",")));
          }
        });
    arguments.put("data_type", dataType);
    arguments.put("start", TIME.format(start));
    arguments.put("end", TIME.format(end));
    arguments.put("time_resolution", timeResolution.argument());
    if (groupByDemographics) {
      arguments.put("group_by_demographics", "1");
    }
    if (!contentIds.isEmpty()) {
      arguments.put("content_ids", String.join(",", contentIds));
    }
    averageContentDuration.ifPresent(value -> arguments.put("average_content_duration", value));
    extrapolationAmount.ifPresent(value -> arguments.put("extrapolation_amount", value));
    return Collections.unmodifiableMap(arguments);
  }
}
