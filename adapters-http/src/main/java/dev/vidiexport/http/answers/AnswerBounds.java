package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;

/** How deep and how long an answer may be; whatever is beyond could fill the memory. */
final class AnswerBounds {
  static final int DEPTH = 64;
  static final int TEXT_CHARACTERS = 1024 * 1024;
  static final int NUMBER_CHARACTERS = 1000;
  static final int NAME_BYTES = 64 * 1024;
  static final int NESTED_CHARACTERS = 4 * 1024 * 1024;
  static final long ROW_BYTES = 16 * 1024 * 1024;
  static final long LIST_BYTES = 64 * 1024 * 1024;
  static final long BYTES_WITHOUT_ROWS = 8 * 1024 * 1024;

  /** The bounds that the JSON parser keeps. */
  static final StreamReadConstraints OF_PARSER =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEPTH)
          .maxStringLength(TEXT_CHARACTERS)
          .maxNumberLength(NUMBER_CHARACTERS)
          .maxNameLength(NAME_BYTES)
          .build();

  private AnswerBounds() {}

  /** Says which bound of the parser was passed; only its message tells them apart. */
  static ExportException passed(StreamConstraintsException failure, String place) {
    String message = String.valueOf(failure.getOriginalMessage());
    String found;
    if (message.contains("nesting depth")) {
      found = "is nested deeper than " + DEPTH + " levels";
    } else if (message.contains("Number value length")) {
      found =
          "contains a number of more than %s characters"
              .formatted(NumberText.of(NUMBER_CHARACTERS));
    } else if (message.contains("Name ")) {
      found = "contains a name of more than " + NumberText.counted(NAME_BYTES, "byte");
    } else if (message.contains("String value length")) {
      found =
          "contains a text of more than %s characters".formatted(NumberText.of(TEXT_CHARACTERS));
    } else {
      found = "exceeds the limits of this program";
    }
    return ProtocolViolation.of(FailureReason.ANSWER_BEYOND_BOUNDS, found + place, failure);
  }
}
