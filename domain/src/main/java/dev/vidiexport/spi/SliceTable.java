package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The name of a table that keeps slices, as the user gave it.
 *
 * @param schema what the database calls a namespace; empty for the one that it takes by itself
 * @param name the table's own name
 * @since 0.1.0
 */
public record SliceTable(Optional<String> schema, String name) {
  public SliceTable {
    requireNonNull(schema, "schema must not be null");
    requireNonNull(name, "name must not be null");
  }
}
