package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.QuotedText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What the arguments of a request say of its rows. Immutable.
 *
 * @param shape what a row stands for
 * @param span from the first second asked for to the last
 */
public record AskedRows(RowShape shape, ReportSpan span) {
  private static final String DATA_TYPE = "data_type";
  private static final String TIME_RESOLUTION = "time_resolution";
  private static final String GROUPED = "group_by_demographics";

  /** Why there is no report of the rows, as a whole sentence; empty where there is one. */
  public static Optional<String> problemWith(Map<String, String> arguments) {
    String dataType = arguments.getOrDefault(DATA_TYPE, "");
    if (AudienceType.find(dataType).isEmpty()) {
      return Optional.of(
          "There is no report of %s. There are reports of %s."
              .formatted(
                  dataType.isEmpty() ? "an unknown data type" : QuotedText.of(dataType),
                  AudienceType.names()));
    }
    Optional<AskedRows> request = find(arguments);
    if (request.isEmpty()) {
      return Optional.of("There is no report of rows whose resolution or time is not known.");
    }
    return request.get().span.days() > ReportSpan.MOST_DAYS
        ? Optional.of(
            "A report may have at most 10,000 days, but these are %s."
                .formatted(request.get().span.days()))
        : Optional.empty();
  }

  /** The request, if there is a report of its rows. */
  public static Optional<AskedRows> find(Map<String, String> arguments) {
    Optional<AudienceType> type = AudienceType.find(arguments.getOrDefault(DATA_TYPE, ""));
    Optional<TimeResolution> resolution =
        TimeResolution.find(arguments.getOrDefault(TIME_RESOLUTION, ""));
    Optional<ReportSpan> span = span(arguments);
    return type.isEmpty() || resolution.isEmpty() || span.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AskedRows(
                new RowShape(type.get(), resolution.get(), arguments.containsKey(GROUPED)),
                span.get()));
  }

  /** The time that arguments ask for; empty where they name none. */
  public static Optional<ReportSpan> span(Map<String, String> arguments) {
    Optional<LocalDateTime> start = time(arguments, "start");
    Optional<LocalDateTime> end = time(arguments, "end");
    return start.isPresent() && end.isPresent() && !end.get().isBefore(start.get())
        ? Optional.of(new ReportSpan(start.get(), end.get()))
        : Optional.empty();
  }

  private static Optional<LocalDateTime> time(Map<String, String> arguments, String name) {
    try {
      return Optional.ofNullable(arguments.get(name)).map(LocalDateTime::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
