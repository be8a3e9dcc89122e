package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.RowShape;
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
record ReportRequest(RowShape shape, ReportSpan span) {
  private static final String DATA_TYPE = "data_type";
  private static final String TIME_RESOLUTION = "time_resolution";
  private static final String GROUPED = "group_by_demographics";

  /** Why there is no report of the rows, as a whole sentence; empty where there is one. */
  static Optional<String> problemWith(Map<String, String> arguments) {
    String dataType = arguments.getOrDefault(DATA_TYPE, "");
    if (AudienceType.find(dataType).isEmpty()) {
      return Optional.of(
          "There is no report of %s. There are reports of %s."
              .formatted(
                  dataType.isEmpty() ? "an unknown data type" : QuotedText.of(dataType),
                  AudienceType.names()));
    }
    Optional<ReportRequest> request = find(arguments);
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
  static Optional<ReportRequest> find(Map<String, String> arguments) {
    Optional<AudienceType> type = AudienceType.find(arguments.getOrDefault(DATA_TYPE, ""));
    Optional<TimeResolution> resolution =
        TimeResolution.find(arguments.getOrDefault(TIME_RESOLUTION, ""));
    Optional<LocalDateTime> start = time(arguments, "start");
    Optional<LocalDateTime> end = time(arguments, "end");
    if (type.isEmpty() || resolution.isEmpty() || start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    return end.get().isBefore(start.get())
        ? Optional.empty()
        : Optional.of(
            new ReportRequest(
                new RowShape(type.get(), resolution.get(), arguments.containsKey(GROUPED)),
                new ReportSpan(start.get(), end.get())));
  }

  private static Optional<LocalDateTime> time(Map<String, String> arguments, String name) {
    try {
      return Optional.ofNullable(arguments.get(name)).map(LocalDateTime::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
