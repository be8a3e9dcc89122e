package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Column;

/**
 * A column of a table that keeps slices.
 *
 * @param number by which it is told for ever, at least 1: a later column has a higher one
 * @param column its name, which it keeps, its type, and what its values are
 * @since 0.1.0
 */
public record SliceColumn(int number, Column column) {
  public SliceColumn {
    requireNonNull(column, "column must not be null");
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, but was " + number);
    }
  }
}
