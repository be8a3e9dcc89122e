package dev.vidiexport.sinks.database;

/** Names in SQL. */
public final class QuotedName {
  private QuotedName() {}

  /** A name that stands for itself, whatever is in it but NUL. */
  public static String of(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
