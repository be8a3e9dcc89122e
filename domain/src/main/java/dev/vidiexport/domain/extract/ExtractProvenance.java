package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.spi.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says where rows out of a history came from, as one request for all of them would have said. */
final class ExtractProvenance {
  /** Stands for sources that nobody knows, and is taken out again. */
  private static final long ANY_ID = 1;

  private ExtractProvenance() {}

  /**
   * The provenance of an output: the sources of its rows, from the first window to the last. The
   * day of its build is known where all is of one answer; several were built at several times.
   *
   * @param slices whose rows are in the output, by window
   */
  static Provenance of(ExtractSettings settings, List<ListedSlice> slices, long rows) {
    return new Provenance(
        request(settings, slices),
        slices.size() == 1 ? slices.get(0).answer().creationDate() : Optional.empty(),
        rows,
        settings.programVersion());
  }

  private static Map<String, String> request(ExtractSettings settings, List<ListedSlice> slices) {
    HistoryExport export = settings.export();
    Optional<SourceSet> known = sources(export, slices);
    SourceSet sources = known.orElse(SourceSet.of(export.sources().kind(), ANY_ID));
    Map<String, String> request =
        new LinkedHashMap<>(
            export.template().request(first(settings, slices), sources).arguments());
    request.put("end", ExportRequest.TIME.format(last(settings, slices).lastSecond()));
    if (known.isEmpty()) {
      request.remove(sources.kind().argument());
    }
    return request;
  }

  private static TimeWindow first(ExtractSettings settings, List<ListedSlice> slices) {
    HistoryExport export = settings.export();
    return slices.isEmpty()
        ? TimeWindow.around(export.windowLength(), settings.start().orElse(export.start()))
        : slices.get(0).key().window();
  }

  private static TimeWindow last(ExtractSettings settings, List<ListedSlice> slices) {
    if (!slices.isEmpty()) {
      return slices.get(slices.size() - 1).key().window();
    }
    TimeWindow first = first(settings, slices);
    return settings
        .end()
        .filter(day -> day.isAfter(first.firstDay()))
        .map(day -> TimeWindow.around(first.length(), day))
        .orElse(first);
  }

  private static Optional<SourceSet> sources(HistoryExport export, List<ListedSlice> slices) {
    if (!slices.isEmpty()) {
      SourceKind kind = slices.get(0).key().sources().kind();
      return Optional.of(
          SourceSet.of(
              kind,
              slices.stream()
                  .map(slice -> slice.key().sources())
                  .distinct()
                  .flatMapToLong(SourceSet::ids)
                  .toArray()));
    }
    return export.sources() instanceof SourceSelection.Listed listed
        ? Optional.of(listed.sources())
        : Optional.empty();
  }
}
