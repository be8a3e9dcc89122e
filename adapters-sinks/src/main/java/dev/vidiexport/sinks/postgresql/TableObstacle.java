package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.WriteMode;

/**
 * What can stand against adding rows to a table as they are, or putting them in the place of all
 * others. Those that come first are told first.
 */
enum TableObstacle {
  NO_RIGHT_TO_ADD(
      Scope.ALL,
      "NOT has_table_privilege(c.oid, 'INSERT')",
      "this user may not add rows to the table %s",
      Remedy.RIGHT,
      "Ask for the right INSERT"),
  NO_RIGHT_TO_REMOVE(
      Scope.REPLACING,
      "NOT has_table_privilege(c.oid, 'DELETE')",
      "this user may not remove rows of the table %s",
      Remedy.RIGHT,
      "Ask for the right DELETE"),
  NO_RIGHT_TO_READ(
      Scope.HISTORIES,
      "NOT has_table_privilege(c.oid, 'SELECT')",
      "this user may not read the table %s",
      Remedy.RIGHT,
      "Ask for the right SELECT"),
  ROW_SECURITY(
      Scope.ALL,
      "row_security_active(c.oid)",
      "the table %s shows this user some of its rows alone (row-level security), and then takes none at once",
      Remedy.UNDOING,
      "Disable that for it, or use a user who sees all rows"),
  FOREIGN_PARTITION(
      Scope.ALL,
      "EXISTS (SELECT 1 FROM pg_class p WHERE p.oid = ANY (tree.parts) AND p.relkind = 'f')",
      "the table %s has a partition on another server, which keeps rows in its own way",
      Remedy.UNDOING,
      "Detach it"),
  TRIGGER_FOR_NEW_ROWS(
      Scope.ALL,
      TableObstacle.triggerFor(4),
      "the table %s has a trigger for new rows, which may change or drop them",
      Remedy.UNDOING,
      "Drop it, or disable it"),
  RULE_FOR_NEW_ROWS(
      Scope.ALL,
      TableObstacle.ruleFor(3),
      "the table %s has a rule for new rows, which these would go past",
      Remedy.UNDOING,
      "Drop it"),
  TRIGGER_FOR_REMOVED_ROWS(
      Scope.REPLACING,
      TableObstacle.triggerFor(8) + " OR " + TableObstacle.ruleFor(4),
      "the table %s has a trigger or a rule for rows that are removed, which may keep them",
      Remedy.UNDOING,
      "Drop it"),
  REFERRING_ROWS(
      Scope.REPLACING,
      "EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f'"
          + " AND f.confrelid = ANY (tree.parts))",
      "rows of the table %s are referred to, so that others would keep them from being removed, or be removed with them",
      Remedy.UNDOING,
      "Drop the foreign keys that refer to it"),
  INHERITING_TABLES(
      Scope.REPLACING,
      "c.relkind = 'r' AND EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = c.oid)",
      "other tables inherit from the table %s, and their rows would stay to be seen in it",
      Remedy.UNDOING,
      "Have them inherit from it no longer");

  /** What an obstacle stands against. */
  private enum Scope {
    ALL,
    REPLACING,
    HISTORIES
  }

  /** What can be done about one. */
  private enum Remedy {
    /** Said also where another table can be taken. */
    RIGHT,
    UNDOING;

    /** A history cannot take another table once it has rows in one. */
    String sentence(String clause, TableUse use) {
      if (use == TableUse.HISTORY) {
        return clause + ".";
      }
      return this == RIGHT
          ? "%s, or %s.".formatted(clause, use.otherTable())
          : use.otherTableSentence();
    }
  }

  private final Scope scope;
  private final String condition;
  private final String reason;
  private final Remedy remedy;
  private final String clause;

  TableObstacle(Scope scope, String condition, String reason, Remedy remedy, String clause) {
    this.scope = scope;
    this.condition = condition;
    this.reason = reason;
    this.remedy = remedy;
    this.clause = clause;
  }

  /** In {@code tgtype}, 4 stands for new rows and 8 for removed ones; parts have their own. */
  private static String triggerFor(int event) {
    return "EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = ANY (tree.parts)"
        + " AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & %s <> 0)".formatted(event);
  }

  /** In {@code ev_type}, 3 stands for new rows and 4 for removed ones. */
  private static String ruleFor(int event) {
    return "EXISTS (SELECT 1 FROM pg_rewrite r WHERE r.ev_class = ANY (tree.parts)"
        + " AND r.ev_type = '%s')".formatted(event);
  }

  /** Whether it stands against writing in a mode for something. */
  boolean concerns(WriteMode mode, TableUse use) {
    return switch (scope) {
      case ALL -> true;
      case REPLACING -> mode == WriteMode.REPLACE;
      case HISTORIES -> use == TableUse.HISTORY;
    };
  }

  /**
   * When it is there, in SQL: of the table {@code c} of pg_class, whose own number and those of its
   * partitions are {@code tree.parts}.
   */
  String condition() {
    return condition;
  }

  /** What is told of a table. */
  String sentence(String quotedTable, TableUse use) {
    return reason.formatted(quotedTable) + ". " + remedy.sentence(clause, use);
  }
}
