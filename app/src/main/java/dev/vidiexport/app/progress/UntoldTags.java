package dev.vidiexport.app.progress;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import java.util.List;

/** Tells of tags of which VidiCenter does not say what has them. */
public final class UntoldTags {
  private static final int MOST_LABELS_TOLD = 5;

  private UntoldTags() {}

  /** Warns of them, if there are any. */
  public static void tell(List<String> labels, UserMessages messages) {
    if (!labels.isEmpty()) {
      String more =
          labels.size() > MOST_LABELS_TOLD
              ? " and %s more".formatted(NumberText.of(labels.size() - MOST_LABELS_TOLD))
              : "";
      messages.warn(
          "VidiCenter does not say what has the %s %s, so nothing is shown with it."
              .formatted(
                  labels.size() == 1 ? "tag" : "tags",
                  labels.stream()
                      .limit(MOST_LABELS_TOLD)
                      .map(QuotedText::of)
                      .collect(joining(", ", "", more))));
    }
  }
}
