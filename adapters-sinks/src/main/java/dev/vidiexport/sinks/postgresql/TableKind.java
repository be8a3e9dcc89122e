package dev.vidiexport.sinks.postgresql;

import java.util.stream.Stream;

/**
 * What can stand under the name of a table: {@code relkind} in PostgreSQL's "pg_class", and types.
 */
enum TableKind {
  ORDINARY("r", "a table"),
  PARTITIONED("p", "a table"),
  VIEW("v", "a view"),
  MATERIALIZED_VIEW("m", "a materialized view"),
  FOREIGN_TABLE("f", "a foreign table"),
  SEQUENCE("S", "a sequence"),
  INDEX("i", "an index"),
  PARTITIONED_INDEX("I", "an index"),
  TYPE("c", "a type");

  private final String letter;
  private final String words;

  TableKind(String letter, String words) {
    this.letter = letter;
    this.words = words;
  }

  /** What a letter stands for; what no version of today knows counts as a type. */
  static TableKind ofLetter(String letter) {
    return Stream.of(values()).filter(kind -> kind.letter.equals(letter)).findFirst().orElse(TYPE);
  }

  /** Whether rows can be added to it as they are. */
  boolean isTable() {
    return this == ORDINARY || this == PARTITIONED;
  }

  /** What messages call one of them, with its article. */
  String words() {
    return words;
  }

  /** What messages call a certain one of them. */
  String definiteWords() {
    return words.replaceFirst("^an? ", "the ");
  }

  /** The statement that removes all rows. */
  String deletion(String quotedTable) {
    return "DELETE FROM %s%s".formatted(only(), quotedTable);
  }

  /** The statement that keeps others from changing rows meanwhile, who may read all the same. */
  String lock(String quotedTable, String mode) {
    return "LOCK TABLE %s%s IN %s MODE".formatted(only(), quotedTable, mode);
  }

  /** Partitions are a table's own; tables that were made to inherit from it are not. */
  private String only() {
    return this == PARTITIONED ? "" : "ONLY ";
  }
}
