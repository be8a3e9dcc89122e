package dev.vidiexport.reading.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** Stands for what would make records of values; those are taken from their columns directly. */
final class NoConversion extends GroupConverter {
  private final PrimitiveConverter[] columns;

  NoConversion(MessageType schema) {
    columns = new PrimitiveConverter[schema.getFieldCount()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = new PrimitiveConverter() {};
    }
  }

  @Override
  public Converter getConverter(int field) {
    return columns[field];
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
