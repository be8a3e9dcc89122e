package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.LossRules;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.coverage.PlaceLoss;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.text.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns an answer down that has less than the file that it would replace. */
final class AnswerLoss {
  private static final int MOST_PLACES = 3;

  private AnswerLoss() {}

  /**
   * Makes sure that nothing is lost.
   *
   * @param before what is kept of the rows of the file; empty where nothing was
   * @param rows how many rows the answer has
   * @throws ExportException {@code ANSWER_SMALLER}, with both figures
   */
  static void check(SliceAnswer earlier, Optional<SliceFacts> before, long rows, SliceFacts now) {
    List<PlaceLoss> losses = before.map(facts -> LossRules.losses(facts, now)).orElse(List.of());
    if (!losses.isEmpty()) {
      throw refused(told(losses));
    }
    boolean areNamed = before.filter(facts -> !facts.places().isEmpty()).isPresent();
    if (!areNamed && LossRules.isHalfLost(earlier.rows(), rows)) {
      throw refused(
          "%s where the file has %s"
              .formatted(NumberText.counted(rows, "row"), NumberText.of(earlier.rows())));
    }
  }

  private static ExportException refused(String told) {
    return new ExportException(
        FailureReason.ANSWER_SMALLER, "The new answer has less than the file: %s.".formatted(told));
  }

  private static String told(List<PlaceLoss> losses) {
    String first =
        losses.stream().limit(MOST_PLACES).map(AnswerLoss::told).collect(Collectors.joining("; "));
    return losses.size() <= MOST_PLACES
        ? first
        : "%s; and less of %s more"
            .formatted(first, NumberText.counted(losses.size() - MOST_PLACES, "place"));
  }

  private static String told(PlaceLoss loss) {
    return "%s of %s %s where the file has %s"
        .formatted(
            NumberText.counted(loss.now(), loss.periods() ? "measured period" : "row"),
            loss.place().kind() == PlaceKind.LOCATION ? "location" : "site",
            loss.place().id(),
            NumberText.of(loss.before()));
  }
}
