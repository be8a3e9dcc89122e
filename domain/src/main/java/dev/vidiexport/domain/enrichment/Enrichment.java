package dev.vidiexport.domain.enrichment;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is added to the rows of an export. Immutable.
 *
 * @param additions the kinds of columns; at least one
 * @param baseKeys what they are made from
 * @param directory what is known of the places that rows name
 */
public record Enrichment(Set<Addition> additions, BaseKeys baseKeys, PlaceDirectory directory) {
  public Enrichment {
    additions = Set.copyOf(additions);
    requireNonNull(baseKeys, "baseKeys must not be null");
    requireNonNull(directory, "directory must not be null");
    if (additions.isEmpty()) {
      throw new IllegalArgumentException("additions must not be empty");
    }
  }

  /** The columns that are added to rows with some keys, in their order. */
  public List<AddedColumn> columns(Collection<String> received) {
    return AddedColumns.of(additions, baseKeys, received);
  }

  /**
   * The columns of an output: those that were received, then those that are added.
   *
   * @param received named as VidiCenter names them
   */
  public Schema output(Schema received) {
    List<Column> columns = new ArrayList<>(received.columns());
    Set<String> names = new HashSet<>(names(received));
    for (AddedColumn added : columns(names(received))) {
      String name = freeName(added.name(), names);
      names.add(name);
      columns.add(added.named(name));
    }
    return new Schema(columns);
  }

  private static List<String> names(Schema schema) {
    return schema.columns().stream().map(Column::name).toList();
  }

  /** The first of {@code name}, {@code name_2}, {@code name_3} … that nothing else is called. */
  public static String freeName(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  /**
   * Adds columns to batches of rows that have the columns received, each named as its key.
   *
   * @param notes takes what a user must know of them
   */
  public EnrichedRows rows(Schema received, EnrichmentNotes notes) {
    List<String> keys = names(received);
    return new EnrichedRows(this, received, keys, columns(keys), output(received), notes);
  }
}
