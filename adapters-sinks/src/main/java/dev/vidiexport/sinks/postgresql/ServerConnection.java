package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.copy.CopyManager;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** An open connection, inside a transaction. For one thread at a time. */
final class ServerConnection implements AutoCloseable {
  /** What looks at tables without changing them is answered at once, or never. */
  private static final int CHECKING_SECONDS = 30;

  private static final int NO_LIMIT = 0;

  /** Kept, so that it stays as it is set: what the driver logs is not for users. */
  private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

  private final Connection connection;
  private final ServerFailures failures;

  private ServerConnection(Connection connection, ServerFailures failures) {
    this.connection = connection;
    this.failures = failures;
  }

  /** What is done with the server. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, SQLException;
  }

  /** The same, when it gives nothing. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException, SQLException;
  }

  /** Connects to look at what is there. */
  static ServerConnection forChecking(ConnectionSettings settings) throws IOException {
    return open(settings, CHECKING_SECONDS);
  }

  /** Connects to write. Waiting for the server has no limit but that of the run. */
  static ServerConnection forWriting(ConnectionSettings settings) throws IOException {
    return open(settings, NO_LIMIT);
  }

  private static ServerConnection open(ConnectionSettings settings, int answerSeconds)
      throws IOException {
    DRIVER_LOG.setLevel(Level.OFF);
    ServerFailures failures = new ServerFailures(settings);
    try {
      Connection connection =
          new Driver().connect(address(settings), properties(settings, answerSeconds));
      if (connection == null) {
        throw new IOException("the driver for PostgreSQL does not take the address of the server");
      }
      ServerConnection opened = new ServerConnection(connection, failures);
      opened.begin(settings.lockPatience());
      return opened;
    } catch (SQLException failure) {
      throw failures.ofConnecting(failure);
    }
  }

  private void begin(Duration lockPatience) throws IOException {
    try {
      connection.setAutoCommit(false);
      execute("SET LOCAL lock_timeout = %s".formatted(lockPatience.toMillis()));
    } catch (SQLException failure) {
      close();
      throw failures.ofConnecting(failure);
    }
  }

  private static String address(ConnectionSettings settings) {
    return "jdbc:postgresql://%s/%s"
        .formatted(settings, URLEncoder.encode(settings.database(), UTF_8).replace("+", "%20"));
  }

  private static Properties properties(ConnectionSettings settings, int answerSeconds) {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, settings.user());
    // Without one the driver would look for a file of passwords by itself, and take any.
    PGProperty.PASSWORD.set(properties, settings.password().orElse(""));
    PGProperty.SSL_MODE.set(properties, settings.encryption().label());
    settings
        .rootCertificate()
        .ifPresentOrElse(
            file -> PGProperty.SSL_ROOT_CERT.set(properties, file.toString()),
            () -> {
              if (settings.encryption().verifies()) {
                PGProperty.SSL_FACTORY.set(properties, DefaultJavaSSLFactory.class.getName());
              }
            });
    // A key of the user's own is not looked for: the driver might ask for its password.
    PGProperty.SSL_CERT.set(properties, "");
    PGProperty.SSL_KEY.set(properties, "");
    PGProperty.GSS_ENC_MODE.set(properties, "disable");
    PGProperty.CONNECT_TIMEOUT.set(properties, settings.connectSeconds());
    PGProperty.LOGIN_TIMEOUT.set(properties, settings.connectSeconds());
    PGProperty.SOCKET_TIMEOUT.set(properties, answerSeconds);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.APPLICATION_NAME.set(properties, "vidiexport");
    // What pools connections hands each transaction to another session.
    PGProperty.PREPARE_THRESHOLD.set(properties, 0);
    return properties;
  }

  /** The driver's connection, for statements. */
  Connection sql() {
    return connection;
  }

  /** What takes rows by COPY. */
  CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Runs a statement that gives nothing. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Does something, and tells in words what the server says against it.
   *
   * @param failed what could not be done, as a clause, where the server's words alone do not say it
   */
  <T> T get(String failed, Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SQLException failure) {
      throw failures.of(failed, failure);
    }
  }

  /** The same of what gives nothing. */
  void run(String failed, Step step) throws IOException {
    get(
        failed,
        () -> {
          step.run();
          return true;
        });
  }

  /** Ends the transaction: all that was done in it is there when this returns. */
  void commit() throws IOException {
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw failures.ofCommitting(failure);
    }
  }

  /**
   * The server takes back what was not committed, and keeps what was. Never fails: where it cannot
   * be told any more that nobody is here, it finds out by itself, and nothing is held here.
   */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyLost) {
      // There is nothing left to be freed.
    }
  }
}
