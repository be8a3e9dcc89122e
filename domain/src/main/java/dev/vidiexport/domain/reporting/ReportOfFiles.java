package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.AudienceCounter;
import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.CountedRows;
import dev.vidiexport.domain.audience.ExpectedCoverage;
import dev.vidiexport.domain.audience.ReportInput;
import dev.vidiexport.domain.audience.ReportReckoning;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.audience.RequestedCoverage;
import dev.vidiexport.domain.audience.RowCounting;
import dev.vidiexport.domain.audience.RowShape;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.OpenedRowFile;
import dev.vidiexport.domain.port.RowFiles;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The use case: makes a report of files that a user has. Reads each of them once, or twice where
 * nobody says of which time it is. For one thread.
 */
public final class ReportOfFiles {
  private final RowFiles files;
  private final List<RowFileInput> inputs;
  private final Optional<AudienceType> otherType;
  private final Optional<TimeResolution> otherResolution;
  private final ReportSettings settings;
  private final Runnable goesOn;

  /**
   * Prepares a report.
   *
   * @param inputs at least one
   * @param otherType the data type of all files that do not say it
   * @param otherResolution the resolution of all files that do not say it
   * @param goesOn throws when the run must end
   */
  public ReportOfFiles(
      RowFiles files,
      List<RowFileInput> inputs,
      Optional<AudienceType> otherType,
      Optional<TimeResolution> otherResolution,
      ReportSettings settings,
      Runnable goesOn) {
    this.files = files;
    this.inputs = List.copyOf(inputs);
    this.otherType = otherType;
    this.otherResolution = otherResolution;
    this.settings = settings;
    this.goesOn = goesOn;
  }

  /**
   * Makes the report.
   *
   * @param days without {@code last}, which is of histories
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when there is none of these files or days
   * @throws ExportException {@code ROW_FILE_UNREADABLE} when a file cannot be read
   */
  public AudienceReport run(ReportDays days) {
    List<FileRequest> requests = inputs.stream().map(this::request).toList();
    requireOneKind(requests);
    ReportSpan span = span(requests, days);
    Optional<ReportSpan> pastSpan = days.comparison().map(comparison -> comparison.before(span));
    boolean isWhole = days.start().isEmpty();
    Map<AudienceType, AudienceCounter> now = new EnumMap<>(AudienceType.class);
    Map<AudienceType, AudienceCounter> then = new EnumMap<>(AudienceType.class);
    for (FileRequest request : requests) {
      RowShape shape = request.shape();
      now.computeIfAbsent(
          shape.type(), type -> new AudienceCounter(shape, span, isWhole, settings.averages()));
      pastSpan.ifPresent(
          past ->
              then.computeIfAbsent(
                  shape.type(),
                  type -> new AudienceCounter(shape, past, false, settings.averages())));
      count(request, now, then);
    }
    requireSites(now);
    return ReportReckoning.of(
        new ReportInput(
            span,
            counted(now, requests, ofType -> expected(ofType, span)),
            pastSpan.map(
                past ->
                    new ReportInput.PastRows(
                        past, counted(then, requests, ofType -> expectedInPast(ofType, past)))),
            new HashMap<>()),
        settings);
  }

  private FileRequest request(RowFileInput input) {
    goesOn.run();
    return reading(
        input.file(),
        opened ->
            FileRequest.of(
                input.file(),
                type(input, opened),
                resolution(input, opened),
                opened.keys().containsAll(Set.of("gender", "age")),
                arguments(input, opened),
                input.creationDate().or(opened::creationDate)));
  }

  private static Map<String, String> arguments(RowFileInput input, OpenedRowFile opened) {
    return input.receipt().orElse(opened.request());
  }

  private AudienceType type(RowFileInput input, OpenedRowFile opened) {
    String told = arguments(input, opened).get("data_type");
    if (told == null) {
      return otherType.orElseThrow(() -> untold(input));
    }
    return AudienceType.find(told)
        .orElseThrow(
            () ->
                new ExportException(
                    FailureReason.REPORT_NOT_POSSIBLE,
                    "There is no report of %s, of which %s is. There are reports of %s."
                        .formatted(told, input.file(), AudienceType.names())));
  }

  private TimeResolution resolution(RowFileInput input, OpenedRowFile opened) {
    String told = arguments(input, opened).get("time_resolution");
    if (told == null) {
      return otherResolution.orElseThrow(() -> untold(input));
    }
    return TimeResolution.find(told)
        .orElseThrow(
            () ->
                new ExportException(
                    FailureReason.REPORT_NOT_POSSIBLE,
                    "Nobody knows the time resolution %s of %s.".formatted(told, input.file())));
  }

  private static ExportException untold(RowFileInput input) {
    return new ExportException(
        FailureReason.REPORT_FILE_NOT_TOLD,
        "The file %s does not say what VidiCenter was asked for.".formatted(input.file()));
  }

  private static void requireOneKind(List<FileRequest> requests) {
    Map<AudienceType, FileRequest> first = new EnumMap<>(AudienceType.class);
    for (FileRequest request : requests) {
      FileRequest other = first.putIfAbsent(request.shape().type(), request);
      if (other != null && !other.shape().equals(request.shape())) {
        throw new ExportException(
            FailureReason.REPORT_NOT_POSSIBLE,
            "The files %s and %s have rows of %s of %s, which cannot be added up."
                .formatted(
                    other.file(),
                    request.file(),
                    request.shape().type().dataType(),
                    other.shape().resolution() == request.shape().resolution()
                        ? "which only some are grouped by demographics"
                        : "different time resolutions"));
      }
    }
    for (int one = 0; one < requests.size(); one++) {
      for (int next = one + 1; next < requests.size(); next++) {
        if (requests.get(one).overlaps(requests.get(next))) {
          throw new ExportException(
              FailureReason.REPORT_COUNTS_TWICE,
              "The files %s and %s are of the same cameras and time, and would count twice."
                  .formatted(requests.get(one).file(), requests.get(next).file()));
        }
      }
    }
  }

  private ReportSpan span(List<FileRequest> requests, ReportDays days) {
    if (days.start().isPresent() && days.end().isPresent()) {
      return ReportSpan.ofDays(days.start().get(), days.end().get());
    }
    ReportSpan all = spanOfAll(requests);
    if (days.start().isEmpty() && days.end().isEmpty()) {
      return all;
    }
    LocalDate first = days.start().orElse(all.firstDay());
    LocalDate last = days.end().orElse(all.lastDay());
    if (last.isBefore(first)) {
      throw new ExportException(
          FailureReason.REPORT_NOT_POSSIBLE,
          "The files have no such days: their rows are from %s to %s."
              .formatted(all.firstDay(), all.lastDay()));
    }
    return ReportSpan.ofDays(first, last);
  }

  /** What was asked for; where nobody says, from the first row to the last. */
  private ReportSpan spanOfAll(List<FileRequest> requests) {
    List<ReportSpan> spans = new ArrayList<>();
    for (FileRequest request : requests) {
      request.span().or(() -> spanOfRows(request)).ifPresent(spans::add);
    }
    if (spans.isEmpty()) {
      throw new ExportException(
          FailureReason.REPORT_DAYS_NOT_TOLD,
          "The files have no rows, and nobody says of which days they are.");
    }
    return new ReportSpan(
        new TreeSet<>(spans.stream().map(ReportSpan::first).toList()).first(),
        new TreeSet<>(spans.stream().map(ReportSpan::last).toList()).last());
  }

  private Optional<ReportSpan> spanOfRows(FileRequest request) {
    RowTimesOfFile times = new RowTimesOfFile();
    reading(
        request.file(),
        opened -> {
          RowMoments moments = new RowMoments(opened.keys(), opened.rows().schema());
          if (!moments.canTell()) {
            throw new ExportException(
                FailureReason.REPORT_NOT_POSSIBLE,
                "The file %s has no column that tells the time of its rows, such as period_start."
                    .formatted(request.file()));
          }
          eachBatch(opened, batch -> times.add(moments, batch));
          return times;
        });
    return times
        .firstDay()
        .map(
            first ->
                ReportSpan.ofDays(first, request.shape().lastDay(times.lastDay().orElse(first))));
  }

  private void count(
      FileRequest request,
      Map<AudienceType, AudienceCounter> now,
      Map<AudienceType, AudienceCounter> then) {
    AudienceType type = request.shape().type();
    reading(
        request.file(),
        opened -> {
          List<RowCounting> countings = new ArrayList<>();
          for (Map<AudienceType, AudienceCounter> counters : List.of(now, then)) {
            AudienceCounter counter = counters.get(type);
            if (counter != null) {
              countings.add(counter.rows(opened.keys(), opened.rows().schema()));
            }
          }
          eachBatch(opened, batch -> countings.forEach(counting -> counting.add(batch)));
          return countings;
        });
  }

  private void eachBatch(OpenedRowFile opened, Consumer<RowBatch> work) throws IOException {
    for (Optional<RowBatch> next = opened.rows().next();
        next.isPresent();
        next = opened.rows().next()) {
      goesOn.run();
      work.accept(next.get());
    }
  }

  private void requireSites(Map<AudienceType, AudienceCounter> counters) {
    if (settings.level() == PlaceLevel.SITE
        && counters.values().stream().noneMatch(AudienceCounter::hasSites)) {
      throw new ExportException(
          FailureReason.REPORT_SITES_NOT_TOLD,
          "The rows do not say of which sites the cameras are, so that no site can be a place.");
    }
  }

  private static List<CountedRows> counted(
      Map<AudienceType, AudienceCounter> counters,
      List<FileRequest> requests,
      Function<List<FileRequest>, ExpectedCoverage> expected) {
    List<CountedRows> counted = new ArrayList<>();
    counters.forEach(
        (type, counter) -> {
          List<FileRequest> ofType =
              requests.stream().filter(request -> request.shape().type() == type).toList();
          Set<String> dates = new TreeSet<>();
          ofType.forEach(request -> request.creationDate().ifPresent(dates::add));
          counted.add(
              new CountedRows(
                  counter,
                  expected.apply(ofType),
                  ofType.stream()
                      .map(FileRequest::arguments)
                      .filter(arguments -> !arguments.isEmpty())
                      .toList(),
                  BuildTimes.of(dates)));
        });
    return counted;
  }

  private static ExpectedCoverage expected(List<FileRequest> ofType, ReportSpan span) {
    return new CombinedCoverage(ofType.stream().map(request -> request.expected(span)).toList());
  }

  /**
   * All of an earlier span, whatever was asked for of it: one that was asked for in part is no
   * measure.
   */
  private static ExpectedCoverage expectedInPast(List<FileRequest> ofType, ReportSpan past) {
    List<Long> locations = new ArrayList<>();
    for (FileRequest request : ofType) {
      if (request.locations().isEmpty()) {
        return ExpectedCoverage.UNKNOWN;
      }
      locations.addAll(request.locations().get());
    }
    return new RequestedCoverage(ofType.get(0).shape().resolution(), past, locations);
  }

  private interface Work<T> {
    T with(OpenedRowFile opened) throws IOException;
  }

  private <T> T reading(Path file, Work<T> work) {
    try (OpenedRowFile opened = files.open(file)) {
      return work.with(opened);
    } catch (IOException unreadable) {
      throw new ExportException(
          FailureReason.ROW_FILE_UNREADABLE, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }
}
