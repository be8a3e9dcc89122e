package dev.vidiexport.app.simulation;

import dev.vidiexport.app.simulation.ExportSchedule.Drift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One build of the export at the service. Its rows are its own: no other build has any of them.
 *
 * @param number tells it from the others
 * @param begin when it was begun
 * @param ready when it is ready
 * @param expires when the service forgets it
 * @param fails whether it is ready by having failed
 * @param rows how many rows it has
 * @param drift how its late rows differ from the first
 */
record Build(
    int number,
    Duration begin,
    Duration ready,
    Duration expires,
    boolean fails,
    int rows,
    Drift drift) {
  /** Beyond this many rows they are written in short. */
  private static final int DETAILED_ROWS = 100;

  /** Whether it is not ready yet. */
  boolean isUnderWay(Duration now) {
    return now.compareTo(ready) < 0;
  }

  /** A row as JSON. */
  void write(StringBuilder json, int row) {
    boolean late = row > ExportSchedule.SAMPLED_ROWS;
    String quote = late && drift == Drift.CHANGED_TYPE ? "\"" : "";
    json.append("{\"location_id\":").append(number);
    if (rows <= DETAILED_ROWS) {
      json.append(",\"period_start\":\"2016-04-29 10:00:00\"");
    }
    json.append(",\"watcher_count\":").append(quote).append(row).append(quote);
    if (rows <= DETAILED_ROWS) {
      json.append(",\"remark\":\"").append(remark(row)).append('"');
    }
    if (late && drift == Drift.LATE_KEY) {
      json.append(",\"late\":\"L").append(row).append('"');
    }
    json.append('}');
  }

  private String remark(int row) {
    return number + ", \\\"" + row;
  }

  /** What tells every row of this build from every other row, row by row. */
  List<String> identities() {
    List<String> identities = new ArrayList<>(rows);
    for (int row = 1; row <= rows; row++) {
      String late = row > ExportSchedule.SAMPLED_ROWS && drift == Drift.LATE_KEY ? "L" + row : "";
      String remark = rows <= DETAILED_ROWS ? number + ", \"" + row : "";
      identities.add(identity(Integer.toString(number), Integer.toString(row), remark, late));
    }
    return identities;
  }

  /** The number of the build that a row is of, by its identity; empty when it has lost it. */
  static OptionalInt numberOf(String identity) {
    String location = identity.substring(0, identity.indexOf('|'));
    return location.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(location));
  }

  static String identity(String location, String watchers, String remark, String late) {
    return location + "|" + watchers + "|" + remark + "|" + late;
  }

  /** When it was built, in the service's writing. */
  String creationDate() {
    return "2026-03-29T%02d:%02d:%02d".formatted(number / 3600 % 24, number / 60 % 60, number % 60);
  }
}
