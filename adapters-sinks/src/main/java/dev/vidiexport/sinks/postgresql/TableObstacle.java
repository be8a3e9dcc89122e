package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.WriteMode;

/**
 * What can stand against adding rows to a table as they are, or putting them in the place of all
 * others. Those that come first are told first.
 */
enum TableObstacle {
  NO_RIGHT_TO_ADD(
      false,
      "NOT has_table_privilege(c.oid, 'INSERT')",
      "this user may not add rows to the table %s. Ask for the right INSERT, or use another table=NAME."),
  NO_RIGHT_TO_REMOVE(
      true,
      "NOT has_table_privilege(c.oid, 'DELETE')",
      "this user may not remove rows of the table %s. Ask for the right DELETE, or use another table=NAME."),
  ROW_SECURITY(
      false,
      "row_security_active(c.oid)",
      "the table %s shows this user some of its rows alone (row-level security), and then takes none at once. Use another table=NAME."),
  FOREIGN_PARTITION(
      false,
      "EXISTS (SELECT 1 FROM pg_class p WHERE p.oid = ANY (tree.parts) AND p.relkind = 'f')",
      "the table %s has a partition on another server, which keeps rows in its own way. Use another table=NAME."),
  TRIGGER_FOR_NEW_ROWS(
      false,
      TableObstacle.triggerFor(4),
      "the table %s has a trigger for new rows, which may change or drop them. Use another table=NAME."),
  RULE_FOR_NEW_ROWS(
      false,
      TableObstacle.ruleFor(3),
      "the table %s has a rule for new rows, which these would go past. Use another table=NAME."),
  TRIGGER_FOR_REMOVED_ROWS(
      true,
      TableObstacle.triggerFor(8) + " OR " + TableObstacle.ruleFor(4),
      "the table %s has a trigger or a rule for rows that are removed, which may keep them. Use another table=NAME."),
  REFERRING_ROWS(
      true,
      "EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f'"
          + " AND f.confrelid = ANY (tree.parts))",
      "rows of the table %s are referred to, so that others would keep them from being removed, or be removed with them. Use another table=NAME."),
  INHERITING_TABLES(
      true,
      "c.relkind = 'r' AND EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = c.oid)",
      "other tables inherit from the table %s, and their rows would stay to be seen in it. Use another table=NAME.");

  private final boolean isOfReplacing;
  private final String condition;
  private final String sentence;

  TableObstacle(boolean isOfReplacing, String condition, String sentence) {
    this.isOfReplacing = isOfReplacing;
    this.condition = condition;
    this.sentence = sentence;
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

  /** Whether it stands against writing in a mode. */
  boolean concerns(WriteMode mode) {
    return !isOfReplacing || mode == WriteMode.REPLACE;
  }

  /**
   * When it is there, in SQL: of the table {@code c} of pg_class, whose own number and those of its
   * partitions are {@code tree.parts}.
   */
  String condition() {
    return condition;
  }

  /** What is told of a table, whose name is to be put in. */
  String sentence() {
    return sentence;
  }
}
