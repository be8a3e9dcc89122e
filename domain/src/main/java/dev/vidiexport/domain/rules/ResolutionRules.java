package dev.vidiexport.domain.rules;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the resolution of an export (VidiCenter data export, Time resolutions). */
final class ResolutionRules {
  private static final String ARGUMENT = "time_resolution";

  private final Violations violations;

  ResolutionRules(Violations violations) {
    this.violations = violations;
  }

  /** The resolution that a text names; empty, and a violation, when it names none. */
  Optional<TimeResolution> read(@Nullable String text) {
    Optional<String> given = violations.required(ARGUMENT, text);
    Optional<TimeResolution> resolution = given.flatMap(TimeResolution::find);
    if (given.isPresent() && resolution.isEmpty()) {
      List<String> words =
          Arrays.stream(TimeResolution.values()).map(TimeResolution::argument).toList();
      violations.add(
          ARGUMENT,
          "must be one of %s, but was %s%s"
              .formatted(
                  String.join(", ", words),
                  QuotedText.of(given.get()),
                  SpellingHints.didYouMean(SpellingSuggestion.nearest(given.get(), words))));
    }
    return resolution;
  }

  /** A data type knows only some of the resolutions. */
  void checkAllowed(DataType type, TimeResolution resolution) {
    if (type.resolutions().contains(resolution)) {
      return;
    }
    String allowed =
        type.resolutions().stream().map(TimeResolution::argument).collect(joining(", "));
    violations.addUnknown(
        ARGUMENT,
        "must be %s%s for data type %s, but was %s"
            .formatted(
                type.resolutions().size() == 1 ? "" : "one of ",
                allowed,
                type.name(),
                QuotedText.of(resolution.argument())));
  }
}
