package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each output of the kit is a table of a user of its own; PostgreSQL's client reads it. */
@ExtendWith(PostgresServerExtension.class)
class PostgresqlSinkContractTest extends SinkContract {
  private static final int LONGEST_NAME = 63;

  private static int users;

  private final Map<Path, String> userOfOutput = new HashMap<>();
  private PostgresServer server;

  @BeforeEach
  void meet(PostgresServer started) {
    server = started;
  }

  @Override
  protected SinkProvider provider() {
    return new PostgresqlSinkProvider();
  }

  @Override
  protected String externalName(Path output) {
    return server.address(user(output), PostgresServer.OPEN);
  }

  private String user(Path output) {
    return userOfOutput.computeIfAbsent(
        output,
        path -> {
          users++;
          String user = "kit_" + users;
          server.makeUser(user, "unused", PostgresServer.OPEN);
          return user;
        });
  }

  @Override
  protected boolean isAbsent(Path output) {
    return server
        .query(
            PostgresServer.OPEN,
            "SELECT relname FROM pg_class WHERE relnamespace = '%s'::regnamespace"
                .formatted(user(output)))
        .isEmpty();
  }

  @Override
  protected Optional<String> nameOutOfReach() {
    return Optional.of(server.address("nobody", PostgresServer.OPEN));
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    CsvAnswer answer = answer(output);
    answer.rows().forEach(values -> rows.add(row(values, schema)));
    return new ReadTable(answer.names(), rows);
  }

  @Override
  protected Stream<List<Object>> readRows(Path output, Schema schema) throws IOException {
    return answer(output).rows().stream().map(values -> row(values, schema));
  }

  private CsvAnswer answer(Path output) throws IOException {
    return CsvAnswer.of(
        server.csv(PostgresServer.OPEN, "SELECT * FROM \"%s\".export".formatted(user(output))));
  }

  private static List<Object> row(List<String> values, Schema schema) {
    List<Object> row = new ArrayList<>();
    for (Column column : schema.columns()) {
      String stored = values.get(row.size());
      row.add(stored == null ? null : CsvAnswer.value(stored, ColumnForm.of(column)));
    }
    return row;
  }

  // A column of mixed kinds is a column of texts here: the number 1 and the text "1" look the same.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return type == ColumnType.TEXT && value instanceof JsonText json ? json.characters() : value;
  }

  @Override
  protected List<String> columnNames(List<String> received) {
    List<String> written = new ArrayList<>();
    for (String name : received) {
      String wanted = name.isEmpty() ? "_" : name;
      String free = wanted;
      for (int number = 2; written.contains(free); number++) {
        free = wanted + "_" + number;
      }
      written.add(free);
    }
    return written;
  }

  @Override
  protected boolean holds(String text) {
    return text.indexOf('\0') < 0 && text.getBytes(UTF_8).length <= LONGEST_NAME;
  }
}
