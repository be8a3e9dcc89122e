package dev.vidiexport.domain.typing;

/**
 * How the columns of a table come about from its rows: they are found from the values, helped by
 * what is known beforehand ({@link KnownColumns}), or they were fixed before, and the values must
 * fit ({@link FixedColumns}).
 */
public sealed interface ColumnPolicy permits KnownColumns, FixedColumns {}
