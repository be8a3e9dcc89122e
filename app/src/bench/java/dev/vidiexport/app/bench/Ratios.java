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

  private final Scores scores;
  private final boolean isNested;
  private final MarkdownTable table = Goal.table();
  private final List<Map<String, Object>> json = new ArrayList<>();

  private Ratios(Scores scores, boolean isNested) {
    this.scores = scores;
    this.isNested = isNested;
  }

  static Ratios of(Shape shape, Scores scores) {
    Ratios ratios = new Ratios(scores, shape == Shape.CONTENTS);
    for (String way : List.of("", LineUp.LAUNCHED)) {
      ratios.faster("CSV against DuckDB" + way, Peers.DUCKDB_CSV, LineUp.CSV + way, 4, 6);
      ratios.faster("CSV against jq" + way, Peers.JQ, LineUp.CSV + way, 8, 8);
      ratios.faster("CSV against Python" + way, Peers.PYTHON, LineUp.CSV + way, 4, 4);
      ratios.faster(
          "Parquet against DuckDB" + way, Peers.DUCKDB_PARQUET, LineUp.PARQUET + way, 3, 4);
      ratios.byTokenising(way, LineUp.TOKENISE);
    }
    ratios.byTokenising(LineUp.PACKED, LineUp.TOKENISE + LineUp.PACKED);
    ratios.judge(
        Goal.atMost("Parquet's size by DuckDB's", 1.1, 1.1, " ×"),
        scores.ratio(LineUp.PARQUET, Peers.DUCKDB_PARQUET, ContestantRun::outputBytes));
    return ratios;
  }

  private void faster(String name, String peer, String ours, double must, double aim) {
    judge(Goal.atLeast(name, must, aim), scores.ratio(peer, ours, SECONDS));
  }

  /** A nested value is written as it was read, byte for byte, so there is more to write of it. */
  private void byTokenising(String way, String limit) {
    slower("CSV by bare tokenising" + way, LineUp.CSV + way, limit, isNested ? 1.8 : 1.6);
    slower("Parquet by bare tokenising" + way, LineUp.PARQUET + way, limit, isNested ? 1.8 : 1.7);
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
