package dev.vidiexport.domain.typing;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.ColumnType;

/**
 * A column whose name and type are fixed before its rows come. Immutable.
 *
 * @param received the key as VidiCenter sends it; may be empty
 * @param name its name in the output
 * @param type what all its values must fit
 * @param always whether it is there, too, when no row has it
 */
public record FixedColumn(String received, String name, ColumnType type, boolean always) {
  public FixedColumn {
    requireNonNull(received, "received must not be null");
    requireNonNull(name, "name must not be null");
    requireNonNull(type, "type must not be null");
  }
}
