package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.failure.FailureReason.ACCESS_REFUSED;
import static dev.vidiexport.domain.failure.FailureReason.EXPORT_TOO_LARGE;
import static dev.vidiexport.domain.failure.FailureReason.REQUEST_REFUSED;
import static dev.vidiexport.domain.failure.FailureReason.REQUEST_TOO_LARGE;
import static dev.vidiexport.domain.failure.FailureReason.SERVICE_NOT_ANSWERING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceHalves;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunHalvingsTest {
  private static final SliceKey WHOLE = slice(1, 2, 3, 4);
  private static final SliceHalves HALVES = SliceHalves.of(WHOLE);

  private final RunHalvings halvings = new RunHalvings();

  @ParameterizedTest
  @EnumSource(
      names = {
        "REQUEST_REFUSED",
        "ACCESS_REFUSED",
        "REQUEST_TOO_LARGE",
        "URL_TOO_LONG",
        "EXPORT_TOO_LARGE",
        "ROW_LIMIT_REACHED"
      })
  void halveASliceThatMaySucceedInHalves(FailureReason reason) {
    assertThat(halvings.failed(WHOLE, true, reason)).containsExactly(HALVES);
    assertThat(halvings.failed(slice(9), false, reason)).isEmpty();
  }

  @Test
  void halveNoneThatFailsOtherwise() {
    assertThat(halvings.failed(WHOLE, true, SERVICE_NOT_ANSWERING)).isEmpty();
  }

  @Test
  void giveAnExportUpWhenBothHalvesAreRefusedAsTheWholeWas() {
    halvings.failed(WHOLE, true, REQUEST_REFUSED);

    assertThat(halvings.failed(HALVES.second(), true, REQUEST_REFUSED)).isEmpty();
    assertThat(halvings.isGivenUp("audience")).isFalse();
    assertThat(halvings.failed(HALVES.first(), true, ACCESS_REFUSED)).isEmpty();
    assertThat(halvings.isGivenUp("audience")).isTrue();
    assertThat(halvings.isGivenUp("other")).isFalse();
  }

  @Test
  void goOnWithTheHalfThatWasRefusedOnceTheOtherIsNot() {
    halvings.failed(WHOLE, true, REQUEST_REFUSED);

    assertThat(halvings.failed(HALVES.first(), true, REQUEST_REFUSED)).isEmpty();
    assertThat(halvings.answered(HALVES.second())).containsExactly(SliceHalves.of(HALVES.first()));
    assertThat(halvings.isGivenUp("audience")).isFalse();
  }

  @Test
  void goOnAtOnceWhereTheOtherHalfHasAnAnswer() {
    halvings.failed(WHOLE, true, REQUEST_REFUSED);

    assertThat(halvings.answered(HALVES.second())).isEmpty();
    assertThat(halvings.failed(HALVES.first(), true, REQUEST_REFUSED))
        .containsExactly(SliceHalves.of(HALVES.first()));
  }

  @Test
  void goOnWithBothWhereOneIsTooLargeAndTheOtherRefused() {
    halvings.failed(WHOLE, true, REQUEST_REFUSED);
    halvings.failed(HALVES.first(), true, REQUEST_REFUSED);

    assertThat(halvings.failed(HALVES.second(), true, EXPORT_TOO_LARGE))
        .containsExactlyInAnyOrder(SliceHalves.of(HALVES.first()), SliceHalves.of(HALVES.second()));
    assertThat(halvings.isGivenUp("audience")).isFalse();
  }

  @Test
  void halveWhatIsTooLargeOnAndOn() {
    halvings.failed(WHOLE, true, REQUEST_TOO_LARGE);
    halvings.failed(HALVES.first(), true, REQUEST_TOO_LARGE);

    assertThat(halvings.failed(HALVES.second(), true, REQUEST_TOO_LARGE)).hasSize(1);
    assertThat(halvings.isGivenUp("audience")).isFalse();
  }

  @Test
  void findTheOneSourceThatIsRefusedAndLoseNone() {
    Property.holds(
        200,
        random -> {
          RunHalvings run = new RunHalvings();
          long bad = 1 + random.nextInt(100);
          SliceKey all = slice(LongStream.rangeClosed(1, 100).toArray());
          Deque<SliceKey> toAsk = new ArrayDeque<>(List.of(all));
          Set<Long> answered = new HashSet<>();
          int asked = 0;

          while (!toAsk.isEmpty()) {
            SliceKey next = random.nextBoolean() ? toAsk.removeFirst() : toAsk.removeLast();
            asked++;
            List<SliceHalves> halved;
            if (next.sources().contains(bad)) {
              halved = run.failed(next, next.sources().size() > 1, REQUEST_REFUSED);
            } else {
              next.sources().ids().forEach(answered::add);
              halved = run.answered(next);
            }
            halved.forEach(halves -> toAsk.addAll(List.of(halves.first(), halves.second())));
          }

          assertThat(answered).hasSize(99).doesNotContain(bad);
          assertThat(asked).isLessThanOrEqualTo(1 + 2 * 7);
          assertThat(run.isGivenUp("audience")).isFalse();
        });
  }

  @Test
  void askForLittleWhereAllIsRefused() {
    SliceKey all = slice(LongStream.rangeClosed(1, 100).toArray());
    SliceHalves halves = halvings.failed(all, true, REQUEST_REFUSED).get(0);

    assertThat(halvings.failed(halves.first(), true, REQUEST_REFUSED)).isEmpty();
    assertThat(halvings.failed(halves.second(), true, REQUEST_REFUSED)).isEmpty();
    assertThat(halvings.isGivenUp("audience")).isTrue();
  }

  private static SliceKey slice(long... ids) {
    return new SliceKey(
        "audience",
        TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 3, 1)),
        SourceSet.of(SourceKind.LOCATIONS, ids));
  }
}
