package dev.vidiexport.domain.audience;

/**
 * What a rate is made of in each row.
 *
 * @param numerator above
 * @param denominator below
 */
record RowRate(RateKind kind, RowNumbers numerator, RowNumbers denominator) {
  /** Whether a row has both. */
  boolean isPresent(int row) {
    return numerator.isPresent(row) && denominator.isPresent(row);
  }
}
