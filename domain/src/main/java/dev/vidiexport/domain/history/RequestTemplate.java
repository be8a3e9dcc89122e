package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What all requests of an export have in common: everything but the time and the sources.
 * Immutable. The components are those of {@link ExportRequest}.
 */
public record RequestTemplate(
    String dataType,
    TimeResolution timeResolution,
    boolean groupByDemographics,
    List<String> contentIds,
    Optional<String> averageContentDuration,
    Optional<String> extrapolationAmount) {
  public RequestTemplate {
    requireNonNull(dataType, "dataType must not be null");
    requireNonNull(timeResolution, "timeResolution must not be null");
    requireNonNull(averageContentDuration, "averageContentDuration must not be null");
    requireNonNull(extrapolationAmount, "extrapolationAmount must not be null");
    contentIds = List.copyOf(contentIds);
  }

  /** What a request that was checked has in common with others of its export. */
  public static RequestTemplate of(ExportRequest request) {
    return new RequestTemplate(
        request.dataType(),
        request.timeResolution(),
        request.groupByDemographics(),
        request.contentIds(),
        request.averageContentDuration(),
        request.extrapolationAmount());
  }

  /**
   * The request for one window of some sources. Aggregated rows are asked for up to the last second
   * of the window. Finest ones may carry fractions of a second, so they are asked for up to the
   * first second of the next window, and those of that second are dropped (VidiCenter data export,
   * both ends belong to the range).
   */
  public ExportRequest request(TimeWindow window, SourceSet sources) {
    LocalDateTime end =
        timeResolution.isAggregated() ? window.lastSecond() : window.firstSecondAfter();
    return new ExportRequest(
        dataType,
        timeResolution,
        window.firstSecond(),
        end,
        Map.of(sources.kind(), sources.ids().boxed().collect(Collectors.toList())),
        groupByDemographics,
        contentIds,
        averageContentDuration,
        extrapolationAmount);
  }
}
