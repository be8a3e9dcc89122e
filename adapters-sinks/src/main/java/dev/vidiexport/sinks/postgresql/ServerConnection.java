package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
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
  private static final Duration CHECKING = Duration.ofSeconds(30);

  /** Of the driver: none. */
  private static final Duration NO_LIMIT = Duration.ZERO;

  /** Kept, so that it stays as it is set: what the driver logs is not for users. */
  private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

  private final Connection connection;
  private final ServerSession session;
  private final Duration lockPatience;
  private final ServerFailures failures;

  private ServerConnection(
      Connection connection,
      ServerSession session,
      Duration lockPatience,
      ServerFailures failures) {
    this.connection = connection;
    this.session = session;
    this.lockPatience = lockPatience;
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

  /** Connects to look at what is there, before it is written to. */
  static ServerConnection forChecking(ConnectionSettings settings, TableUse use)
      throws IOException {
    return open(settings, CHECKING, use, true);
  }

  /** Connects to write. Waiting for the server has no limit but that of the run. */
  static ServerConnection forWriting(ConnectionSettings settings, TableUse use) throws IOException {
    return open(settings, NO_LIMIT, use, true);
  }

  /** Connects to read, from a standby too. */
  static ServerConnection forReading(ConnectionSettings settings, TableUse use) throws IOException {
    return open(settings, NO_LIMIT, use, false);
  }

  private static ServerConnection open(
      ConnectionSettings settings, Duration answerLimit, TableUse use, boolean writes)
      throws IOException {
    DRIVER_LOG.setLevel(Level.OFF);
    ServerFailures failures = new ServerFailures(settings, use);
    Connection connection = connect(settings, answerLimit, failures);
    boolean isOpen = false;
    try {
      connection.setAutoCommit(false);
      ServerSession session = ServerSession.begin(connection, settings.lockPatience());
      if (writes) {
        session.requireTakesChanges();
      }
      ServerConnection opened =
          new ServerConnection(connection, session, settings.lockPatience(), failures);
      isOpen = true;
      return opened;
    } catch (SQLException failure) {
      throw failures.ofConnecting(failure);
    } finally {
      if (!isOpen) {
        close(connection);
      }
    }
  }

  private static Connection connect(
      ConnectionSettings settings, Duration answerLimit, ServerFailures failures)
      throws IOException {
    try {
      // The driver gives null for addresses that are not of its kind.
      return Objects.requireNonNull(
          new Driver().connect(address(settings), properties(settings, answerLimit)));
    } catch (SQLException failure) {
      throw failures.ofConnecting(failure);
    }
  }

  private static String address(ConnectionSettings settings) {
    return "jdbc:postgresql://%s/%s"
        .formatted(settings, URLEncoder.encode(settings.database(), UTF_8).replace("+", "%20"));
  }

  private static Properties properties(ConnectionSettings settings, Duration answerLimit) {
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
    int connectSeconds = Math.toIntExact(settings.connectLimit().toSeconds());
    PGProperty.CONNECT_TIMEOUT.set(properties, connectSeconds);
    PGProperty.LOGIN_TIMEOUT.set(properties, connectSeconds);
    PGProperty.SOCKET_TIMEOUT.set(properties, Math.toIntExact(answerLimit.toSeconds()));
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

  /** What the transaction began with. */
  ServerSession session() {
    return session;
  }

  /** How long another program's lock is waited for. */
  Duration lockPatience() {
    return lockPatience;
  }

  /** Ends the transaction and whatever was done in it. */
  void rollBack() throws SQLException {
    connection.rollback();
  }

  /** The same, and begins another. */
  void beginAgain() throws IOException, SQLException {
    connection.rollback();
    ServerSession.begin(connection, lockPatience);
  }

  /** The same, with one in which all rows are seen as they are at one moment, and none written. */
  void beginSnapshot() throws SQLException {
    connection.rollback();
    session.beginSnapshot(connection, lockPatience);
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

  /** The same of what writes rows, of which the table may take some and not others. */
  <T> T writing(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SQLException failure) {
      throw failures.ofRows(failure);
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
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyLost) {
      // There is nothing left to be freed.
    }
  }
}
