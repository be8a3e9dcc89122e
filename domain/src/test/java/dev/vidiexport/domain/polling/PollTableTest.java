package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Stopped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state in every event: the table of the machine. */
class PollTableTest {
  /**
   * Columns: state, event, what comes of it, and whether rows are asked for alone. Each state is
   * met 10 s after the beginning.
   */
  private static final String TABLE =
      """
      Asking    | Started       | Building PT1S
      Asking    | InProgress    | Building PT1S
      Asking    | Ready         | Ready PT0S FETCH
      Asking    | Finished      | Complete
      Asking    | Failed        | Stopped BUILD_FAILED
      Asking    | NOT_DELIVERED | Troubled PT1S
      Asking    | RATE_LIMITED  | Troubled PT1S
      Asking    | UNANSWERED    | Troubled PT1S
      Asking    | CUT           | Troubled PT1S
      Asking    | STILL_COMING  | Stopped ROWS_STILL_COMING
      Asking    | LIMITS_HELD   | Stopped LIMITS_HELD
      Asking    | drift         | Replaying PT0S
      Asking    | time over     | Stopped NO_TIME_TO_ASK
      Building  | Started       | Building PT1.5S
      Building  | InProgress    | Building PT1.5S
      Building  | Ready         | Ready PT0S FETCH
      Building  | Finished      | Complete
      Building  | Failed        | Stopped BUILD_FAILED
      Building  | NOT_DELIVERED | Troubled PT1S
      Building  | RATE_LIMITED  | Troubled PT1S
      Building  | UNANSWERED    | Troubled PT1S
      Building  | CUT           | Troubled PT1S
      Building  | STILL_COMING  | Stopped ROWS_STILL_COMING
      Building  | LIMITS_HELD   | Stopped LIMITS_HELD
      Building  | drift         | Replaying PT0S
      Building  | time over     | Stopped STILL_BUILDING
      Ready     | Started       | Building PT1S
      Ready     | InProgress    | Building PT1S
      Ready     | Ready         | Ready PT0S FETCH
      Ready     | Finished      | Complete
      Ready     | Failed        | Stopped BUILD_FAILED
      Ready     | NOT_DELIVERED | Troubled PT1S
      Ready     | RATE_LIMITED  | Troubled PT1S
      Ready     | UNANSWERED    | Troubled PT1S
      Ready     | CUT           | Troubled PT1S
      Ready     | STILL_COMING  | Stopped ROWS_STILL_COMING
      Ready     | LIMITS_HELD   | Stopped LIMITS_HELD
      Ready     | drift         | Replaying PT0S
      Ready     | time over     | Stopped ROWS_STILL_COMING
      Troubled  | Started       | Building PT1S
      Troubled  | InProgress    | Building PT1S
      Troubled  | Ready         | Ready PT0S FETCH
      Troubled  | Finished      | Complete
      Troubled  | Failed        | Stopped BUILD_FAILED
      Troubled  | NOT_DELIVERED | Troubled PT2S
      Troubled  | RATE_LIMITED  | Troubled PT2S
      Troubled  | UNANSWERED    | Troubled PT2S
      Troubled  | CUT           | Troubled PT2S
      Troubled  | STILL_COMING  | Stopped ROWS_STILL_COMING
      Troubled  | LIMITS_HELD   | Stopped LIMITS_HELD
      Troubled  | drift         | Replaying PT0S
      Troubled  | time over     | Stopped SERVICE_NOT_ANSWERING
      Replaying | Started       | Building PT1S
      Replaying | InProgress    | Building PT1S
      Replaying | Ready         | Ready PT0S FETCH
      Replaying | Finished      | Complete
      Replaying | Failed        | Stopped BUILD_FAILED
      Replaying | NOT_DELIVERED | Troubled PT1S
      Replaying | RATE_LIMITED  | Troubled PT1S
      Replaying | UNANSWERED    | Troubled PT1S
      Replaying | CUT           | Troubled PT1S
      Replaying | STILL_COMING  | Stopped ROWS_STILL_COMING
      Replaying | LIMITS_HELD   | Stopped LIMITS_HELD
      Replaying | drift         | Replaying PT0S
      Replaying | time over     | Stopped ROWS_STILL_COMING
      Complete  | Started       | same
      Complete  | InProgress    | same
      Complete  | Ready         | same
      Complete  | Finished      | same
      Complete  | Failed        | same
      Complete  | NOT_DELIVERED | same
      Complete  | RATE_LIMITED  | same
      Complete  | UNANSWERED    | same
      Complete  | CUT           | same
      Complete  | STILL_COMING  | same
      Complete  | LIMITS_HELD   | same
      Complete  | drift         | same
      Complete  | time over     | same
      Stopped   | Started       | same
      Stopped   | InProgress    | same
      Stopped   | Ready         | same
      Stopped   | Finished      | same
      Stopped   | Failed        | same
      Stopped   | NOT_DELIVERED | same
      Stopped   | RATE_LIMITED  | same
      Stopped   | UNANSWERED    | same
      Stopped   | CUT           | same
      Stopped   | STILL_COMING  | same
      Stopped   | LIMITS_HELD   | same
      Stopped   | drift         | same
      Stopped   | time over     | same
      """;

  private static final List<PollState> STATES =
      List.of(
          PollFixtures.begin(),
          PollFixtures.begin().onAnswer(PollFixtures.STARTED, Duration.ZERO),
          PollFixtures.begin()
              .onTrouble(PollFixtures.trouble(Trouble.Kind.UNANSWERED), Duration.ZERO),
          PollFixtures.begin().onAnswer(PollFixtures.READY, Duration.ZERO),
          PollFixtures.begin().onDrift(Duration.ZERO),
          new PollState.Complete(PollFixtures.FINISHED),
          PollFixtures.stopped(FailureReason.SERVICE_NOT_REACHED, "The line is dead."));

  private static final List<Answer> ANSWERS =
      List.of(
          PollFixtures.STARTED,
          PollFixtures.IN_PROGRESS,
          PollFixtures.READY,
          PollFixtures.FINISHED,
          PollFixtures.FAILED);

  static Set<String> cells() {
    return cells(leaves(PollState.class), events().keySet());
  }

  private static Set<String> cells(List<String> states, Set<String> events) {
    Set<String> cells = new TreeSet<>();
    states.forEach(state -> events.forEach(event -> cells.add(state + " | " + event)));
    return cells;
  }

  private static List<String> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub).stream()).toList()
        : List.of(type.getSimpleName());
  }

  private static Map<String, Function<PollState, PollState>> events() {
    Map<String, Function<PollState, PollState>> events = new LinkedHashMap<>();
    for (String name : leaves(Answer.class)) {
      events.put(name, state -> state.onAnswer(named(ANSWERS, name), PollFixtures.EARLY));
    }
    for (Trouble.Kind kind : Trouble.Kind.values()) {
      events.put(
          kind.name(), state -> state.onTrouble(PollFixtures.trouble(kind), PollFixtures.EARLY));
    }
    events.put("drift", state -> state.onDrift(PollFixtures.EARLY));
    events.put("time over", state -> state.onTimeOver(PollFixtures.EARLY));
    return events;
  }

  private static <T> T named(List<T> values, String name) {
    List<T> found =
        values.stream().filter(value -> value.getClass().getSimpleName().equals(name)).toList();
    assertThat(found).as("an example of " + name).hasSize(1);
    return found.get(0);
  }

  private static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    TABLE
        .lines()
        .map(line -> line.split(" *\\| *"))
        .forEach(
            cell ->
                assertThat(table.put(cell[0] + " | " + cell[1], cell[2]))
                    .as("%s | %s occurs twice", cell[0], cell[1])
                    .isNull());
    return table;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void goesWhereTheTableSays(String cell) {
    String[] names = cell.split(" \\| ");
    PollState before = named(STATES, names[0]);

    PollState after = events().get(names[1]).apply(before);

    assertThat(describe(before, after)).as(cell).isEqualTo(table().get(cell));
  }

  private static String describe(PollState before, PollState after) {
    String name = after.getClass().getSimpleName();
    if (after == before) {
      return "same";
    }
    if (after instanceof Going going) {
      return name + " " + going.pause() + (going.kind() == CallKind.FETCH ? " FETCH" : "");
    }
    return after instanceof Stopped stopped ? name + " " + stopped.failure().reason() : name;
  }

  @Test
  void hasACellForEveryStateAndEvent() {
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(cells());
  }

  @Test
  void noticesAStateOrAnEventWithoutCells() {
    List<String> states = new ArrayList<>(leaves(PollState.class));
    Set<String> events = new TreeSet<>(events().keySet());
    states.add("Sleeping");
    events.add("alarm");

    Set<String> missing = cells(states, events);
    missing.removeAll(table().keySet());

    assertThat(missing)
        .hasSize(events.size() + states.size() - 1)
        .contains("Sleeping | drift", "Asking | alarm", "Sleeping | alarm");
  }

  @Test
  void asksForNoRebuildAfterItsFirstAnswer() {
    Stream.of(PollFixtures.STARTED, PollFixtures.IN_PROGRESS)
        .map(answer -> (Going) PollFixtures.beginWithRebuild().onAnswer(answer, PollFixtures.EARLY))
        .forEach(state -> assertThat(state.rebuild()).isFalse());
  }
}
