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

/** Turns an answer down that has less than what it would replace: a file, or rows of a table. */
final class AnswerLoss {
  private static final int MOST_PLACES = 3;

  private AnswerLoss() {}

  /**
   * Makes sure that nothing is lost.
   *
   * @param before what is kept of the rows of that; empty where nothing was
   * @param rows how many rows the answer has
   * @throws ExportException {@code ANSWER_SMALLER}, with both figures
   */
  static void check(SliceAnswer earlier, Optional<SliceFacts> before, long rows, SliceFacts now) {
    List<PlaceLoss> losses = before.map(facts -> LossRules.losses(facts, now)).orElse(List.of());
    String place = earlier.file().isPresent() ? "file" : "table";
    if (!losses.isEmpty()) {
      throw refused(place, told(place, losses));
    }
    boolean areNamed = before.filter(facts -> !facts.places().isEmpty()).isPresent();
    if (!areNamed && LossRules.isHalfLost(earlier.rows(), rows)) {
      throw refused(
          place,
          "%s where the %s has %s"
              .formatted(NumberText.counted(rows, "row"), place, NumberText.of(earlier.rows())));
    }
  }

  private static ExportException refused(String place, String told) {
    return new ExportException(
        FailureReason.ANSWER_SMALLER,
        "The new answer has less than the %s: %s.".formatted(place, told));
  }

  private static String told(String place, List<PlaceLoss> losses) {
    String first =
        losses.stream()
            .limit(MOST_PLACES)
            .map(loss -> told(place, loss))
            .collect(Collectors.joining("; "));
    return losses.size() <= MOST_PLACES
        ? first
        : "%s; and less of %s more"
            .formatted(first, NumberText.counted(losses.size() - MOST_PLACES, "place"));
  }

  private static String told(String place, PlaceLoss loss) {
    return "%s of %s %s where the %s has %s"
        .formatted(
            NumberText.counted(loss.now(), loss.periods() ? "measured period" : "row"),
            loss.place().kind() == PlaceKind.LOCATION ? "location" : "site",
            loss.place().id(),
            place,
            NumberText.of(loss.before()));
  }
}
