package dev.vidiexport.sinks.sqlite;

/**
 * How a column of the export meets its column of the table. Immutable.
 *
 * @param name the name of the table's column
 * @param declared its declared type; may be empty
 * @param keeps whether it keeps the values as they are; where not, it can take nulls alone
 * @param takesNull whether it keeps nulls; a column that is SQLite's own number of the row makes
 *     one up
 */
record Fit(String name, String declared, boolean keeps, boolean takesNull) {}
