package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SliceContract;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each database of the kit is the schema of a user of its own; PostgreSQL's client reads it. */
@ExtendWith(PostgresServerExtension.class)
class PostgresqlSliceContractTest extends SliceContract {
  private static final int LONGEST_NAME = 63;

  private static int users;

  private final SliceTables tables = new PostgresqlSinkProvider().sliceTables().orElseThrow();
  private PostgresServer server;

  @BeforeEach
  void meet(PostgresServer started) {
    server = started;
  }

  @Override
  protected SliceTables tables() {
    return tables;
  }

  @Override
  protected String freshAddress() {
    users++;
    String user = "slices_" + users;
    server.makeUser(user, "unused", PostgresServer.OPEN);
    return server.address(user, PostgresServer.OPEN);
  }

  @Override
  protected void makeTable(String address, SliceTable table) {
    execute("CREATE TABLE %s (note text)".formatted(quoted(address, table)));
    execute("INSERT INTO %s VALUES ('mine')".formatted(quoted(address, table)));
  }

  @Override
  protected void addRow(String address, SliceTable table, String slice) {
    execute(
        "INSERT INTO %s (_vidiexport_slice) VALUES ('%s')"
            .formatted(quoted(address, table), slice.replace("'", "''")));
  }

  private void execute(String statement) {
    server.execute(PostgresServer.OPEN, statement);
  }

  private static String quoted(String address, SliceTable table) {
    return QuotedName.of(user(address)) + "." + QuotedName.of(table.name());
  }

  private static String user(String address) {
    return address.replaceFirst(".*//", "").replaceFirst("@.*", "");
  }

  @Override
  protected Optional<ReadTable> readBack(String address, SliceTable table, Schema schema)
      throws IOException {
    CsvAnswer answer =
        CsvAnswer.of(server.csv(PostgresServer.OPEN, "SELECT * FROM " + quoted(address, table)));
    List<List<Object>> rows = new ArrayList<>();
    for (List<String> values : answer.rows()) {
      List<Object> row = new ArrayList<>();
      for (Column column : schema.columns()) {
        String stored = values.get(row.size() + 1);
        row.add(stored == null ? null : value(stored, column));
      }
      rows.add(row);
    }
    return Optional.of(new ReadTable(answer.names().subList(1, answer.names().size()), rows));
  }

  /** The kit compares JSON as the text that it is. */
  private static Object value(String stored, Column column) {
    Object value = CsvAnswer.value(stored, ColumnForm.of(column));
    return value instanceof JsonText json ? json.characters() : value;
  }

  @Override
  protected boolean takesNonFinite() {
    return true;
  }

  // A column of mixed kinds is a column of texts here: the number 1 and the text "1" look the same.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return type == ColumnType.TEXT && value instanceof JsonText json ? json.characters() : value;
  }

  @Override
  protected boolean holds(String text) {
    return text.indexOf('\0') < 0 && text.getBytes(UTF_8).length <= LONGEST_NAME;
  }
}
