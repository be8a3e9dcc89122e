package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.ColumnChange;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The service changes its keys without a word, after the windows from 2024-03-01 on. */
class ColumnWatchTest {
  private static final LocalDate CHANGE = LocalDate.of(2024, 3, 3);

  private final SyncScenario history = new SyncScenario();

  private static FakeVidiCenter.Reply row(ExportRequest request, String key) {
    LocalDate day = request.start().toLocalDate();
    FakeRow row = SyncScenario.row(1, day + " 10:00:00", key, "5");
    return FakeVidiCenter.finished("build of " + day, List.of(row));
  }

  private void serve(String before, String since) {
    history.session.answers(
        request -> row(request, request.start().toLocalDate().isBefore(CHANGE) ? before : since));
  }

  private static String news(SyncResult result) {
    return result.columnNews().stream()
        .map(ColumnNews::change)
        .map(
            change ->
                "%s %s %s"
                    .formatted(
                        change.getClass().getSimpleName(),
                        change instanceof ColumnChange.Renamed renamed
                            ? renamed.from().received() + " to " + change.column().received()
                            : change.column().received(),
                        change.window().label()))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  @Test
  void tellsOfANewKeyOnce() {
    serve("watcher_age", "visits_of_dogs");
    String told = news(history.sync(viewers(1)));
    assertThat(told).isEqualTo("Appeared visits_of_dogs 2024-03-03");

    history.later(24);
    assertThat(news(history.sync(viewers(1)))).isEmpty();
  }

  @Test
  void tellsOfAKeyThatHasGoneAfterAWeek() {
    serve("watcher_age", "visits_of_dogs");
    history.sync(viewers(1));

    history.later(4 * 24);
    assertThat(news(history.sync(viewers(1)))).isEmpty();

    history.later(24);
    assertThat(news(history.sync(viewers(1)))).isEqualTo("Disappeared watcher_age 2024-03-03");
    history.later(24);
    assertThat(news(history.sync(viewers(1)))).isEmpty();
  }

  @Test
  void tellsNothingOfTheKeysOfTheFirstWindow() {
    serve("watcher_age", "watcher_age");

    assertThat(news(history.sync(viewers(1)))).isEmpty();
  }
}
