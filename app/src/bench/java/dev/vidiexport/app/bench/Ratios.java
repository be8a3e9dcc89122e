package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.body.Shape;
import dev.vidiexport.app.bench.report.Goal;
import dev.vidiexport.app.bench.report.MarkdownTable;
import dev.vidiexport.app.bench.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How the times of one shape compare. Not thread-safe. */
final class Ratios {
  private static final ToDoubleFunction<ContestantRun> SECONDS = run -> run.measured().seconds();

  private static final Bounds USUAL = new Bounds(4, 3, 1.6, 1.7);

  /** A nested value is written as it was read, byte for byte, so there is more to write of it. */
  private static final Bounds NESTED = new Bounds(4, 3, 1.8, 1.8);

  /** A JVM that has profiles need not get warm. */
  private static final Bounds WARM = new Bounds(6, 5, 1.4, 1.5);

  private final Scores scores;
  private final boolean isNested;
  private final MarkdownTable table = Goal.table();
  private final List<Map<String, Object>> json = new ArrayList<>();

  private Ratios(Scores scores, boolean isNested) {
    this.scores = scores;
    this.isNested = isNested;
  }

  /**
   * What must be kept.
   *
   * @param csv how many times as fast as DuckDB
   * @param parquet the same for Parquet
   * @param csvByTokenising how many times the time of bare tokenising
   * @param parquetByTokenising the same for Parquet
   */
  private record Bounds(
      double csv, double parquet, double csvByTokenising, double parquetByTokenising) {}

  static Ratios of(Shape shape, Scores scores) {
    Ratios ratios = new Ratios(scores, shape == Shape.CONTENTS);
    for (StartWay way : StartWay.values()) {
      ratios.against(way);
    }
    ratios.byTokenising(LineUp.PACKED, LineUp.TOKENISE + LineUp.PACKED, USUAL);
    ratios.judge(
        Goal.atMost("Parquet's size by DuckDB's", 1.1, 1.1, " ×"),
        scores.ratio(LineUp.PARQUET, Peers.DUCKDB_PARQUET, ContestantRun::outputBytes));
    return ratios;
  }

  private void faster(String name, String peer, String ours, double must, double aim) {
    judge(Goal.atLeast(name, must, aim), scores.ratio(peer, ours, SECONDS));
  }

  private void against(StartWay way) {
    String suffix = way.suffix();
    Bounds bounds = way == StartWay.LAUNCHER_ON_NEW_JAVA ? WARM : isNested ? NESTED : USUAL;
    faster("CSV against DuckDB" + suffix, Peers.DUCKDB_CSV, LineUp.CSV + suffix, bounds.csv, 6);
    faster("CSV against jq" + suffix, Peers.JQ, LineUp.CSV + suffix, 8, 8);
    faster("CSV against Python" + suffix, Peers.PYTHON, LineUp.CSV + suffix, 4, 4);
    faster(
        "Parquet against DuckDB" + suffix,
        Peers.DUCKDB_PARQUET,
        LineUp.PARQUET + suffix,
        bounds.parquet,
        Math.max(4, bounds.parquet));
    byTokenising(suffix, LineUp.TOKENISE, bounds);
  }

  private void byTokenising(String way, String limit, Bounds bounds) {
    slower("CSV by bare tokenising" + way, LineUp.CSV + way, limit, bounds.csvByTokenising);
    slower(
        "Parquet by bare tokenising" + way,
        LineUp.PARQUET + way,
        limit,
        bounds.parquetByTokenising);
  }

  private void slower(String name, String ours, String limit, double must) {
    judge(Goal.atMost(name, must, 1.2, " ×"), scores.ratio(ours, limit, SECONDS));
  }

  private void judge(Goal goal, Optional<Spread> measured) {
    measured.ifPresent(spread -> json.add(goal.judge(spread, table)));
  }

  String markdown() {
    return json.isEmpty() ? "" : table.markdown();
  }

  List<Map<String, Object>> json() {
    return json;
  }
}
