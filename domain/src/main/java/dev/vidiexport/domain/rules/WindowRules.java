package dev.vidiexport.domain.rules;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the length of windows, and checks that periods fit into them. */
final class WindowRules {
  private final Violations violations;

  WindowRules(Violations violations) {
    this.violations = violations;
  }

  /** The length that a word names; empty, and a violation, when it names none. */
  Optional<WindowLength> read(String word) {
    Optional<WindowLength> length = WindowLength.find(word);
    if (length.isEmpty()) {
      List<String> words = Arrays.stream(WindowLength.values()).map(WindowLength::word).toList();
      violations.add(
          "window",
          "must be one of %s, but was %s%s"
              .formatted(
                  String.join(", ", words),
                  QuotedText.of(word),
                  SpellingHints.didYouMean(SpellingSuggestion.nearest(word, words))));
    }
    return length;
  }

  /** No period may reach from one window into another. */
  void checkFits(Optional<TimeResolution> resolution, Optional<WindowLength> length) {
    if (resolution.isEmpty() || length.isEmpty() || fits(resolution.get(), length.get())) {
      return;
    }
    String allowed =
        Arrays.stream(TimeResolution.values())
            .filter(candidate -> fits(candidate, length.get()))
            .map(TimeResolution::argument)
            .collect(joining(", "));
    String windows =
        Arrays.stream(WindowLength.values())
            .filter(candidate -> fits(resolution.get(), candidate))
            .map(WindowLength::word)
            .collect(joining(" or "));
    violations.add(
        "time_resolution",
        "must be one of %s in windows of %s, but was %s, which fits %s"
            .formatted(
                allowed,
                length.get().word(),
                QuotedText.of(resolution.get().argument()),
                windows.isEmpty() ? "no window" : "a window of " + windows));
  }

  private static boolean fits(TimeResolution resolution, WindowLength length) {
    return switch (resolution) {
      case FINEST, FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, ONE_HOUR, ONE_DAY ->
          true;
      case SEVEN_DAYS -> length == WindowLength.WEEK;
      case THIRTY_DAYS -> false;
      case ONE_MONTH -> length == WindowLength.MONTH;
    };
  }
}
