package dev.vidiexport.sinks.postgresql;

/** What a table is written for, and so what its user can do where it cannot be. */
enum TableUse {
  EXPORT(
      "use another table=NAME",
      "name another with schema=NAME",
      ". Choose another format.",
      ", and none of the rows is there"),
  HISTORY("give the export another table", "give the export another schema", "", ""),
  /** What is known of the slices of all histories in a schema. */
  RECORDS("give the exports another schema", "give the exports another schema", "", "");

  private final String otherTable;
  private final String otherSchema;
  private final String otherFormat;
  private final String nothingKept;

  TableUse(String otherTable, String otherSchema, String otherFormat, String nothingKept) {
    this.otherTable = otherTable;
    this.otherSchema = otherSchema;
    this.otherFormat = otherFormat;
    this.nothingKept = nothingKept;
  }

  /** To take another table, as a clause. */
  String otherTable() {
    return otherTable;
  }

  /** The same, as a sentence. */
  String otherTableSentence() {
    return sentence(otherTable);
  }

  /** To take another schema, as a clause. */
  String otherSchema() {
    return otherSchema;
  }

  /** The same, as a sentence. */
  String otherSchemaSentence() {
    return sentence(otherSchema);
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }

  /**
   * The end of what is said of rows that no table keeps: for a history a clause goes on, as another
   * format is none of its ways out.
   */
  String otherFormat() {
    return otherFormat;
  }

  /** What a failure leaves, where that is the same whatever failed. */
  String nothingKept() {
    return nothingKept;
  }
}
