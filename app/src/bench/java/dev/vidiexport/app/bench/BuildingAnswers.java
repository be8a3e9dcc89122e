package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.serve.Served;
import java.time.Duration;
import java.util.function.Supplier;

/** The answers to an export that is being built for a while. Thread-safe. */
final class BuildingAnswers implements Supplier<Served> {
  private static final Served STARTED = Served.text("{\"state\": \"started\"}");
  private static final Served IN_PROGRESS = Served.text("{\"state\": \"in_progress\"}");
  private static final Served FINISHED =
      Served.text(
          """
          {"state": "finished", "data": [{"location_id": 1056, \
          "period_start": "2016-04-29 10:00:00", "watcher_count": 27}]}""");

  private final Duration building;
  private boolean asked;
  private long readyAt;

  BuildingAnswers(Duration building) {
    this.building = building;
  }

  @Override
  public synchronized Served get() {
    if (!asked) {
      asked = true;
      readyAt = System.nanoTime() + building.toNanos();
      return STARTED;
    }
    return System.nanoTime() < readyAt ? IN_PROGRESS : FINISHED;
  }

  /** When it was ready, by {@link System#nanoTime}. */
  synchronized long readyAt() {
    return readyAt;
  }
}
