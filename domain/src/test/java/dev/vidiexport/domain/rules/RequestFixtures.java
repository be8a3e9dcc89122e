package dev.vidiexport.domain.rules;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.SourceKind;
import java.util.List;

/** Requests to start a test from, and what is wrong with them. */
final class RequestFixtures {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  private RequestFixtures() {}

  /** What the specification's example asks for. */
  static ExportRequestBuilder worked() {
    return new ExportRequestBuilder(CATALOGUE)
        .dataType("viewers")
        .timeResolution("1h")
        .start("2016-04-29T10:00:00")
        .end("2016-04-29T11:00:00")
        .sources(SourceKind.LOCATIONS, List.of("1056"));
  }

  static InvalidRequestException refusalOf(ExportRequestBuilder builder) {
    InvalidRequestException refusal =
        catchThrowableOfType(InvalidRequestException.class, builder::build);
    if (refusal == null) {
      throw new AssertionError("expected the request to be refused, but it was built");
    }
    return refusal;
  }

  static List<String> violationsOf(ExportRequestBuilder builder) {
    return refusalOf(builder).violations().stream().map(Violation::toString).toList();
  }
}
