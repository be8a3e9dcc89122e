package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.audience.AskedRows;
import dev.vidiexport.domain.audience.AudienceCounter;
import dev.vidiexport.domain.audience.CountedRows;
import dev.vidiexport.domain.audience.ExpectedCoverage;
import dev.vidiexport.domain.audience.LocationNames;
import dev.vidiexport.domain.audience.ReportInput;
import dev.vidiexport.domain.audience.ReportReckoning;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.audience.RequestedCoverage;
import dev.vidiexport.domain.audience.RowCounting;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkRequest;
import dev.vidiexport.spi.SinkRequest.RequestedLocation;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts the rows as they come, and writes the page at the end. For one thread. */
final class HtmlSink implements Sink {
  private final SinkContext context;
  private final SinkRequest request;
  private final AskedRows asked;
  private final ReportSettings settings;
  private final Instant created;
  private final AudienceCounter counter;
  private final RowCounting counting;

  private HtmlSink(SinkContext context, SinkRequest request, AskedRows asked, Instant created) {
    this.context = context;
    this.request = request;
    this.asked = asked;
    this.created = created;
    settings = HtmlOptions.report(context.options());
    counter = new AudienceCounter(asked.shape(), asked.span(), true, settings.averages());
    List<String> keys =
        IntStream.range(0, context.schema().size()).mapToObj(context::receivedName).toList();
    counting = counter.rows(keys, context.schema());
  }

  /**
   * Opens a sink.
   *
   * @throws IOException as a whole sentence, when there is no report of such rows
   */
  static Sink open(SinkContext context, Instant created) throws IOException {
    Optional<SinkRequest> request = context.request();
    if (request.isEmpty()) {
      throw new IOException(
          "A page must know what VidiCenter was asked for. Make one of a history, or of files, with"
              + " the command report.");
    }
    Optional<String> problem = AskedRows.problemWith(request.get().arguments());
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
    AskedRows asked = AskedRows.find(request.get().arguments()).orElseThrow();
    try {
      return new HtmlSink(context, request.get(), asked, created);
    } catch (ExportException unreportable) {
      throw new IOException(unreportable.getMessage(), unreportable);
    }
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    try {
      counting.add(rows);
    } catch (ExportException unreportable) {
      throw new IOException(unreportable.getMessage(), unreportable);
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    if (context.target() instanceof SinkTarget.Bytes bytes) {
      AudiencePage.write(
          report(provenance),
          HtmlOptions.page(context.options(), created, provenance.programVersion()),
          bytes.stream());
    } else {
      throw new IllegalArgumentException("target must be a stream, but was " + context.target());
    }
  }

  private AudienceReport report(Provenance provenance) throws IOException {
    CountedRows rows =
        new CountedRows(
            counter, expected(), List.of(provenance.request()), provenance.creationDate());
    try {
      return ReportReckoning.of(
          new ReportInput(asked.span(), List.of(rows), Optional.empty(), names()), settings);
    } catch (ExportException unreportable) {
      throw new IOException(unreportable.getMessage(), unreportable);
    }
  }

  private ExpectedCoverage expected() {
    return request.locations().isPresent()
        ? new RequestedCoverage(
            asked.shape().resolution(),
            asked.span(),
            request.locations().get().stream().map(RequestedLocation::id).toList())
        : ExpectedCoverage.UNKNOWN;
  }

  /** Rows tell the names of the places that have some; those of the others are known from this. */
  private Map<Long, LocationNames> names() {
    Map<Long, LocationNames> names = new HashMap<>();
    for (RequestedLocation location : request.locations().orElse(List.of())) {
      LocationNames known =
          new LocationNames(location.label(), location.siteId(), location.siteLabel());
      if (!known.equals(LocationNames.NONE)) {
        names.put(location.id(), known);
      }
    }
    return names;
  }

  /** There is nothing to free. */
  @Override
  public void close() {}
}
