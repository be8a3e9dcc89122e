package dev.vidiexport.domain.enrichment;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Column;

/**
 * A column that is added to rows. Immutable.
 *
 * @param addition the kind of columns that it is one of
 * @param name what it is called, unless another column has that name
 * @param base the key that its values are made from
 */
public record AddedColumn(Addition addition, String name, String base, AddedValue value) {
  public AddedColumn {
    requireNonNull(addition, "addition must not be null");
    requireNonNull(name, "name must not be null");
    requireNonNull(base, "base must not be null");
    requireNonNull(value, "value must not be null");
  }

  /**
   * The column in an output.
   *
   * @param given what it is called there
   */
  public Column named(String given) {
    return new Column(given, value.type(), value.meaning());
  }
}
