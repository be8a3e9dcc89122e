package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.AskedRows;
import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.ExpectedCoverage;
import dev.vidiexport.domain.audience.RequestedCoverage;
import dev.vidiexport.domain.audience.RowShape;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the rows of a file before they are read. Immutable.
 *
 * @param file where they are
 * @param shape what a row stands for
 * @param arguments what VidiCenter was asked for, in that order; empty where nobody knows
 * @param span the time asked for; empty where nobody knows
 * @param locations the cameras asked for; empty where nobody knows
 * @param creationDate when VidiCenter built them; empty where nobody knows
 */
record FileRequest(
    Path file,
    RowShape shape,
    Map<String, String> arguments,
    Optional<ReportSpan> span,
    Optional<List<Long>> locations,
    Optional<String> creationDate) {
  private static final String LOCATIONS = "locations";
  private static final Set<String> OTHER_SOURCES =
      Set.of("sites", "locationgroups", "sitegroups", "location_tags", "site_tags");

  FileRequest {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    locations = locations.map(List::copyOf);
  }

  /**
   * Reads arguments.
   *
   * @param grouped whether rows without arguments are grouped
   */
  static FileRequest of(
      Path file,
      AudienceType type,
      TimeResolution resolution,
      boolean grouped,
      Map<String, String> arguments,
      Optional<String> creationDate) {
    boolean areGrouped =
        arguments.isEmpty() ? grouped : arguments.containsKey("group_by_demographics");
    return new FileRequest(
        file,
        new RowShape(type, resolution, areGrouped && resolution.isAggregated()),
        arguments,
        AskedRows.span(arguments),
        locations(arguments),
        creationDate);
  }

  /** Of sites nobody tells here which cameras they have. */
  private static Optional<List<Long>> locations(Map<String, String> arguments) {
    String listed = arguments.getOrDefault(LOCATIONS, "");
    if (!listed.matches("[0-9]{1,18}(,[0-9]{1,18})*")
        || arguments.keySet().stream().anyMatch(OTHER_SOURCES::contains)) {
      return Optional.empty();
    }
    List<Long> ids = new ArrayList<>();
    for (String id : listed.split(",", -1)) {
      ids.add(Long.parseLong(id));
    }
    return Optional.of(ids);
  }

  /** What should be in the part of a span that the request asked for. */
  ExpectedCoverage expected(ReportSpan within) {
    if (span.isEmpty() || locations.isEmpty()) {
      return ExpectedCoverage.UNKNOWN;
    }
    return common(span.get(), within)
        .<ExpectedCoverage>map(
            common -> new RequestedCoverage(shape.resolution(), common, locations.get()))
        .orElseGet(() -> new NothingExpected(locations.get()));
  }

  /** Whether both ask for the same time of the same camera. */
  boolean overlaps(FileRequest other) {
    return shape.type() == other.shape.type()
        && span.isPresent()
        && other.span.isPresent()
        && common(span.get(), other.span.get()).isPresent()
        && locations.isPresent()
        && other.locations.isPresent()
        && locations.get().stream().anyMatch(other.locations.get()::contains);
  }

  private static Optional<ReportSpan> common(ReportSpan one, ReportSpan other) {
    LocalDateTime first = one.first().isAfter(other.first()) ? one.first() : other.first();
    LocalDateTime last = one.last().isBefore(other.last()) ? one.last() : other.last();
    return last.isBefore(first) ? Optional.empty() : Optional.of(new ReportSpan(first, last));
  }
}
