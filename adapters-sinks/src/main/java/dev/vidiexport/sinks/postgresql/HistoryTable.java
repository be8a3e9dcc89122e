package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.spi.SliceTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;

/**
 * A table of a history, whether it is there or not. Immutable.
 *
 * @param schema the schema that it is in, or is to be made in
 * @param name its own name
 */
record HistoryTable(SchemaStanding schema, String name) {
  /** Finds the schema of a table as the user named it. */
  static HistoryTable find(ServerConnection connection, SliceTable table)
      throws IOException, SQLException {
    return new HistoryTable(
        SchemaStanding.find(
            connection.sql(),
            table.schema().or(connection.session()::currentSchema),
            TableUse.HISTORY),
        table.name());
  }

  /** The table as statements name it. */
  String quoted() {
    return schema.quoted(name);
  }

  /** What is known of its slices. */
  SliceRecords records() {
    return new SliceRecords(schema);
  }

  /**
   * The number of the advisory lock that a run holds which writes to it. It follows from the names
   * alone, so that all runs reckon the same, also for tables that are not there yet.
   */
  long lockKey() {
    return key("history");
  }

  /** The number of the advisory lock that whoever puts rows in their place has until the COMMIT. */
  long rowsKey() {
    return key("rows of");
  }

  private long key(String purpose) {
    try {
      byte[] text = "vidiexport %s %s.%s".formatted(purpose, schema.name(), name).getBytes(UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
