package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.report.MarkdownTable;
import dev.vidiexport.app.bench.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The runs of several contestants, round by round. Not thread-safe. */
final class Scores {
  private static final double MEBIBYTE = 1L << 20;

  private final Map<String, List<ContestantRun>> runs = new LinkedHashMap<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  void add(String contestant, ContestantRun run) {
    runs.computeIfAbsent(contestant, name -> new ArrayList<>()).add(run);
  }

  /** Notes that a contestant does not take part. */
  void leaveOut(String contestant, String reason) {
    absent.put(contestant, reason);
  }

  /** How many times as much of something one takes as the other, in the same round. */
  Optional<Spread> ratio(String more, String less, ToDoubleFunction<ContestantRun> of) {
    return ratio(of(more), of(less), of, of);
  }

  /** The same for one contestant that is here and elsewhere. */
  Optional<Spread> ratioTo(
      Scores others,
      String name,
      ToDoubleFunction<ContestantRun> here,
      ToDoubleFunction<ContestantRun> there) {
    return ratio(of(name), others.of(name), here, there);
  }

  private List<ContestantRun> of(String contestant) {
    return runs.getOrDefault(contestant, List.of());
  }

  private static Optional<Spread> ratio(
      List<ContestantRun> above,
      List<ContestantRun> below,
      ToDoubleFunction<ContestantRun> ofAbove,
      ToDoubleFunction<ContestantRun> ofBelow) {
    List<Double> ratios =
        IntStream.range(0, Math.min(above.size(), below.size()))
            .filter(round -> above.get(round).measured().isGood())
            .filter(round -> below.get(round).measured().isGood())
            .mapToObj(
                round ->
                    ofAbove.applyAsDouble(above.get(round))
                        / ofBelow.applyAsDouble(below.get(round)))
            .toList();
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
  }

  Optional<Spread> seconds(String contestant) {
    return spread(contestant, run -> run.measured().seconds());
  }

  Optional<Spread> peakMebibytes(String contestant) {
    return spread(contestant, run -> run.measured().peakBytes() / MEBIBYTE);
  }

  private Optional<Spread> spread(String contestant, ToDoubleFunction<ContestantRun> of) {
    List<Double> values =
        of(contestant).stream()
            .filter(run -> run.measured().isGood())
            .map(run -> of.applyAsDouble(run))
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  /** All contestants with their times. */
  String markdown(long rows) {
    MarkdownTable table =
        new MarkdownTable("contestant", "seconds", "rows a second", "peak MiB", "output MiB");
    for (String name : runs.keySet()) {
      String failures = failures(name);
      seconds(name)
          .ifPresentOrElse(
              seconds ->
                  table.row(
                      name + failures,
                      seconds.shown(2),
                      "%,d".formatted(Math.round(rows / seconds.median())),
                      peakMebibytes(name).orElseThrow().shown(0),
                      size(name)),
              () -> table.row(name, failures.strip(), "", "", ""));
    }
    absent.forEach((name, reason) -> table.row(name, reason, "", "", ""));
    return table.markdown();
  }

  private String size(String name) {
    double bytes = runs.get(name).get(0).outputBytes();
    return bytes == 0 ? "" : "%,.1f".formatted(bytes / MEBIBYTE);
  }

  private String failures(String name) {
    List<ContestantRun> failed =
        runs.get(name).stream().filter(run -> !run.measured().isGood()).toList();
    return failed.isEmpty()
        ? ""
        : " (FAILED %d times: %s)".formatted(failed.size(), failed.get(0).measured().message());
  }

  /** The same for JSON. */
  List<Map<String, Object>> json(long rows) {
    List<Map<String, Object>> json = new ArrayList<>();
    for (String name : runs.keySet()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("contestant", name);
      entry.put("rows", rows);
      seconds(name).ifPresent(seconds -> entry.put("seconds", seconds.json()));
      peakMebibytes(name).ifPresent(peak -> entry.put("peak_mebibytes", peak.json()));
      entry.put("output_bytes", runs.get(name).get(0).outputBytes());
      entry.put("failures", failures(name).strip());
      json.add(entry);
    }
    absent.forEach((name, reason) -> json.add(Map.of("contestant", name, "absent", reason)));
    return json;
  }
}
