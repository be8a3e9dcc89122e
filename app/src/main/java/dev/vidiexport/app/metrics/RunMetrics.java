package dev.vidiexport.app.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a run: their names, what they mean, and which there are. Those that have no value
 * are left out. The only labels are the export, and with it an answer or a state, of which there
 * are few: no place, no file and no user makes a series.
 */
final class RunMetrics {
  /** When everything was done for the last time: what an alert should watch. */
  static final String LAST_SUCCESS = "vidiexport_run_last_success_timestamp_seconds";

  /** Every file that this program wrote has it. */
  static final String EXIT_CODE = "vidiexport_run_exit_code";

  static final String EXPORT = "export";

  private static final double NANOS_PER_SECOND = 1_000_000_000.0;
  private static final double MILLIS_PER_SECOND = 1000.0;

  private final RunFigures figures;
  private final Map<String, String> run;

  private RunMetrics(RunFigures figures) {
    this.figures = figures;
    this.run = Map.of(EXPORT, figures.name());
  }

  /** All metrics that have a value. */
  static List<MetricFamily> of(RunFigures figures) {
    RunMetrics metrics = new RunMetrics(figures);
    List<MetricFamily> families = new ArrayList<>(metrics.ofRun());
    families.addAll(metrics.ofCalls());
    families.addAll(metrics.ofExports());
    return families.stream().filter(family -> !family.samples().isEmpty()).toList();
  }

  private List<MetricFamily> ofRun() {
    MetricFamily lastSuccess =
        new MetricFamily(
            LAST_SUCCESS,
            "When the last run ended that did all it had to (exit code 0, not 10), in seconds since 1970.");
    MetricFamily bytes =
        new MetricFamily(
            "vidiexport_run_written_bytes", "How large the files are that the last run made.");
    return List.of(
        figures
            .lastSuccess()
            .map(moment -> lastSuccess.with(run, seconds(moment)))
            .orElse(lastSuccess),
        ofRun(
            "vidiexport_run_end_timestamp_seconds",
            "When the last run ended, whatever came of it, in seconds since 1970.",
            seconds(figures.end())),
        ofRun(
            "vidiexport_run_duration_seconds",
            "How long the last run lasted.",
            seconds(figures.elapsed())),
        ofRun(
            EXIT_CODE,
            "What the last run ended with: 0 is success, 10 that slices of a history are missing.",
            figures.exitCode()),
        ofRun(
            "vidiexport_run_written_rows",
            "How many rows are in the files that the last run made.",
            (double) figures.rows()),
        figures.bytes().isPresent()
            ? bytes.with(run, (double) figures.bytes().getAsLong())
            : bytes);
  }

  private List<MetricFamily> ofCalls() {
    MetricFamily answers =
        new MetricFamily(
            "vidiexport_run_calls",
            "Calls to VidiCenter of the last run, by the HTTP status of the answer.");
    for (Map.Entry<AnswerKind, Long> answer : figures.calls().answers().entrySet()) {
      answers =
          answers.with(and("answer", answer.getKey().label(), run), (double) answer.getValue());
    }
    return List.of(
        answers,
        ofRun(
            "vidiexport_run_retries",
            "How often the last run asked again because an answer could not be used.",
            (double) figures.calls().retries()),
        ofRun(
            "vidiexport_run_limit_waits",
            "How often the last run had to wait because VidiCenter's limits left no room.",
            (double) figures.calls().waits()),
        ofRun(
            "vidiexport_run_limit_wait_seconds",
            "How long the last run waited because VidiCenter's limits left no room.",
            seconds(figures.calls().waited())));
  }

  private List<MetricFamily> ofExports() {
    MetricFamily rows =
        new MetricFamily(
            "vidiexport_export_written_rows",
            "How many rows are in the files that the last sync made for the export.");
    MetricFamily bytes =
        new MetricFamily(
            "vidiexport_export_written_bytes",
            "How large the files are that the last sync made for the export.");
    MetricFamily windows =
        new MetricFamily(
            "vidiexport_export_windows",
            "Windows of the export's history after the last sync, by their state.");
    MetricFamily coverage =
        new MetricFamily(
            "vidiexport_export_coverage_ratio",
            "How much of what the export's history should have was measured, from 0 to 1.");
    for (ExportFigures export : figures.exports()) {
      Map<String, String> labels = Map.of(EXPORT, export.name());
      rows = rows.with(labels, (double) export.rows());
      bytes = bytes.with(labels, (double) export.bytes());
      if (export.windows().isPresent()) {
        for (Map.Entry<String, Integer> state :
            WindowStates.of(export.windows().get()).entrySet()) {
          windows = windows.with(and("state", state.getKey(), labels), state.getValue());
        }
      }
      if (export.coverageRatio().isPresent()) {
        coverage = coverage.with(labels, export.coverageRatio().get());
      }
    }
    return List.of(rows, bytes, windows, coverage);
  }

  private MetricFamily ofRun(String name, String help, double value) {
    return new MetricFamily(name, help).with(run, value);
  }

  private static Map<String, String> and(String label, String value, Map<String, String> labels) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(label, value);
    return all;
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / MILLIS_PER_SECOND;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_SECOND;
  }
}
