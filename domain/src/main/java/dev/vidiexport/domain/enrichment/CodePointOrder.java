package dev.vidiexport.domain.enrichment;

import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by their code points, in which surrogates do not come before what follows. */
final class CodePointOrder {
  static final Comparator<String> FIRST_TO_LAST =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private CodePointOrder() {}
}
