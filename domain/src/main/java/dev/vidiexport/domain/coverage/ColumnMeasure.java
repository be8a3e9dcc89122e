package dev.vidiexport.domain.coverage;

/**
 * What there is in one column of a slice. Numbers that are not finite count as null, in columns of
 * text, too, as they do in the fingerprint. Immutable.
 *
 * @param number the column's number for ever
 * @param values how many rows have a value that is not null; at least 1
 * @param sum of the values of a column of whole or decimal numbers, else 0; exact for whole numbers
 *     as long as it is within ±2^53
 */
public record ColumnMeasure(int number, long values, double sum) {
  public ColumnMeasure {
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, but was " + number);
    }
    if (values < 1) {
      throw new IllegalArgumentException("values must be at least 1, but was " + values);
    }
  }
}
