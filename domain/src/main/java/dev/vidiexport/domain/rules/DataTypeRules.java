package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.text.QuotedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the data type of an export (VidiCenter data export, Types of data). */
final class DataTypeRules {
  private static final String ARGUMENT = "data_type";

  /** Far longer than any name there is; keeps a pasted document out of the URL. */
  private static final int MOST_CHARACTERS = 100;

  private final DataCatalogue catalogue;
  private final Violations violations;

  DataTypeRules(DataCatalogue catalogue, Violations violations) {
    this.catalogue = catalogue;
    this.violations = violations;
  }

  /** The name, when the catalogue has it; else empty, and a violation. */
  Optional<String> readKnown(@Nullable String text) {
    Optional<String> given = violations.required(ARGUMENT, text);
    if (given.isPresent() && catalogue.find(given.get()).isEmpty()) {
      // What could be no name at all is not sent unchecked either.
      if (couldBeName(given.get())) {
        violations.addUnknown(ARGUMENT, problem(given.get()));
      } else {
        violations.add(ARGUMENT, problem(given.get()));
      }
      return Optional.empty();
    }
    return given;
  }

  private String problem(String unknown) {
    return catalogue
        .presentName(unknown)
        .map(
            name ->
                "must be %s, as VidiCenter now calls %s".formatted(name, QuotedText.of(unknown)))
        .orElseGet(
            () ->
                "must be one of the data types that VidiCenter is known to have, but was %s%s"
                    .formatted(
                        QuotedText.of(unknown),
                        SpellingHints.didYouMean(catalogue.nearest(unknown))));
  }

  /** The name, when it could be one; else empty, and a violation. */
  Optional<String> readAny(@Nullable String text) {
    Optional<String> given = violations.required(ARGUMENT, text);
    if (given.isPresent() && !couldBeName(given.get())) {
      violations.add(
          ARGUMENT,
          "must be a name of 1 to %s printable characters, but was %s"
              .formatted(MOST_CHARACTERS, QuotedText.of(given.get())));
      return Optional.empty();
    }
    return given;
  }

  private static boolean couldBeName(String text) {
    return !text.isBlank() && text.length() <= MOST_CHARACTERS && QuotedText.isPrintable(text);
  }
}
