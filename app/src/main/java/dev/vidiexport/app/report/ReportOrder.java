package dev.vidiexport.app.report;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.reporting.ReportDays;
import dev.vidiexport.domain.reporting.RowFileInput;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.sinks.html.PageSettings;
import java.util.List;
import java.util.Optional;

/**
 * What a valid {@code report} asks for. Immutable.
 *
 * @param source whose rows it is about
 * @param days which days
 * @param settings how it is reckoned
 * @param page what the page is like
 * @param output where it goes
 * @param json whether its headline figures are written as JSON
 */
public record ReportOrder(
    Source source,
    ReportDays days,
    ReportSettings settings,
    PageSettings page,
    ReportOutput output,
    boolean json) {
  public ReportOrder {
    requireNonNull(source, "source must not be null");
    requireNonNull(days, "days must not be null");
    requireNonNull(settings, "settings must not be null");
    requireNonNull(page, "page must not be null");
    requireNonNull(output, "output must not be null");
  }

  /** Whose rows a report is about. */
  public sealed interface Source {
    /** Those of a history. */
    record History(ChosenProject chosen) implements Source {}

    /**
     * Those of files.
     *
     * @param inputs at least one
     * @param dataType of all files that do not say it
     * @param resolution of all files that do not say it
     */
    record RowFiles(
        List<RowFileInput> inputs,
        Optional<AudienceType> dataType,
        Optional<TimeResolution> resolution)
        implements Source {
      public RowFiles {
        inputs = List.copyOf(inputs);
      }
    }
  }
}
