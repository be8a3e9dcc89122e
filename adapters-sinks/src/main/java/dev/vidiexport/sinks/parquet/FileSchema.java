package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SinkContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.avro.LogicalTypes;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Turns the columns into Parquet's schema, by way of Avro's. Avro knows neither JSON nor names with
 * more than letters, digits and underscores, so both are put on last.
 */
final class FileSchema {
  private static final String NAME = "export";

  private FileSchema() {}

  /**
   * The schema of a file.
   *
   * @param names what the columns are called in it
   */
  static MessageType of(SinkContext context, List<String> names) {
    Schema schema = context.schema();
    MessageType converted =
        new AvroSchemaConverter(new PlainParquetConfiguration()).convert(avroRecord(schema));
    List<Type> columns = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      PrimitiveType type = converted.getType(column).asPrimitiveType();
      LogicalTypeAnnotation meaning =
          schema.column(column).type() == ColumnType.NESTED
              ? LogicalTypeAnnotation.jsonType()
              : type.getLogicalTypeAnnotation();
      columns.add(
          numbered(
              Types.primitive(type.getPrimitiveTypeName(), type.getRepetition())
                  .as(meaning)
                  .named(names.get(column)),
              context.columnNumber(column)));
    }
    return new MessageType(NAME, columns);
  }

  /** Tables of Iceberg find columns by this number, and give nulls where it is missing. */
  private static Type numbered(Type type, OptionalInt number) {
    return number.isPresent() ? type.withId(number.getAsInt()) : type;
  }

  private static org.apache.avro.Schema avroRecord(Schema schema) {
    List<org.apache.avro.Schema.Field> fields = new ArrayList<>();
    for (Column column : schema.columns()) {
      fields.add(
          new org.apache.avro.Schema.Field("column_" + fields.size(), nullable(avroType(column))));
    }
    return org.apache.avro.Schema.createRecord(NAME, null, null, false, fields);
  }

  private static org.apache.avro.Schema nullable(org.apache.avro.Schema type) {
    return org.apache.avro.Schema.createUnion(
        org.apache.avro.Schema.create(org.apache.avro.Schema.Type.NULL), type);
  }

  private static org.apache.avro.Schema avroType(Column column) {
    return switch (column.type()) {
      case WHOLE -> org.apache.avro.Schema.create(org.apache.avro.Schema.Type.LONG);
      case DECIMAL -> org.apache.avro.Schema.create(org.apache.avro.Schema.Type.DOUBLE);
      case BOOLEAN -> org.apache.avro.Schema.create(org.apache.avro.Schema.Type.BOOLEAN);
      case TIMESTAMP ->
          (column.meaning() == ColumnMeaning.UTC
                  ? LogicalTypes.timestampMicros()
                  : LogicalTypes.localTimestampMicros())
              .addToSchema(org.apache.avro.Schema.create(org.apache.avro.Schema.Type.LONG));
      case TEXT ->
          column.meaning() == ColumnMeaning.DATE
              ? LogicalTypes.date()
                  .addToSchema(org.apache.avro.Schema.create(org.apache.avro.Schema.Type.INT))
              : org.apache.avro.Schema.create(org.apache.avro.Schema.Type.STRING);
      case NESTED -> org.apache.avro.Schema.create(org.apache.avro.Schema.Type.STRING);
    };
  }
}
