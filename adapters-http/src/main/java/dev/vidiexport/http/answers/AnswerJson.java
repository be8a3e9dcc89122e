package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** How the JSON of answers is read, token by token. */
final class AnswerJson {
  /**
   * Strict, but for the comma that VidiCenter's own documentation prints behind the last entry, and
   * for the words that Python writes for numbers that are not finite ({@link NonFiniteWord}). Keys
   * are not interned: an answer chooses them, and interned ones would stay for ever. The error
   * messages of the parser quote nothing of the body, which may contain a part of the token.
   */
  static final JsonFactory PARSERS =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(AnswerBounds.OF_PARSER)
          .errorReportConfiguration(
              ErrorReportConfiguration.builder()
                  .maxErrorTokenLength(0)
                  .maxRawContentLength(0)
                  .build())
          .build();

  private AnswerJson() {}
}
