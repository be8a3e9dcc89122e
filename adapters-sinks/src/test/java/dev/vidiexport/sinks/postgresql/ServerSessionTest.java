package dev.vidiexport.sinks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every transaction is set to. */
@ExtendWith(PostgresServerExtension.class)
class ServerSessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Test
  void givesAndWantsSignsOfLife(PostgresServer server) throws Exception {
    Exports exports = Exports.of(server);
    ConnectionSettings settings = settings(exports);
    try (ServerConnection connection = ServerConnection.forWriting(settings, TableUse.HISTORY)) {
      assertThatThereAreSignsOfLife(connection);
      connection.beginAgain();
      assertThatThereAreSignsOfLife(connection);
      connection.beginSnapshot();
      assertThatThereAreSignsOfLife(connection);
    }
  }

  @Test
  void leavesNoLimitBehindWhenItLooksWhetherTablesAreHeld(PostgresServer server) throws Exception {
    ConnectionSettings settings = settings(Exports.of(server));
    ServerConnection connection = ServerConnection.forWriting(settings, TableUse.HISTORY);
    try (TableHold hold = TableHold.take(settings, List.of(), connection)) {
      hold.requireHeld();

      assertThat(connection.sql().isClosed()).isFalse();
      assertThat(connection.sql().getNetworkTimeout()).isZero();
    }
  }

  private static ConnectionSettings settings(Exports exports) throws InvalidTargetException {
    return new SettingsSearch(Map.of(), PATIENCE).settings(ServerAddress.parse(exports.address()));
  }

  private static void assertThatThereAreSignsOfLife(ServerConnection connection)
      throws SQLException {
    assertThat(shown(connection, "tcp_keepalives_idle")).isEqualTo("60");
    assertThat(shown(connection, "tcp_keepalives_interval")).isEqualTo("10");
    assertThat(shown(connection, "tcp_keepalives_count")).isEqualTo("6");
    assertThat(shown(connection, "client_connection_check_interval")).isEqualTo("1s");
  }

  private static String shown(ServerConnection connection, String setting) throws SQLException {
    try (Statement statement = connection.sql().createStatement();
        ResultSet found = statement.executeQuery("SHOW " + setting)) {
      found.next();
      return found.getString(1);
    }
  }
}
