package dev.vidiexport.sinks.postgresql;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server or the way to it reports, in words for the user. The codes are those of
 * PostgreSQL's documentation, "PostgreSQL Error Codes".
 *
 * @param settings where the server is
 */
record ServerFailures(ConnectionSettings settings) {
  private static final String EMPTY =
      "The server requested SCRAM-based authentication, but the password is an empty string.";
  private static final String NO_ENCRYPTION = "The server does not support SSL.";
  private static final String TIMED_OUT = "Connection attempt timed out.";

  /** A connection could not be made. */
  IOException ofConnecting(SQLException failure) {
    return new IOException(reasonOfConnecting(failure), failure);
  }

  private String reasonOfConnecting(SQLException failure) {
    String state = state(failure);
    if (settings.password().isEmpty() && (state.equals("28P01") || isDrivers(EMPTY, failure))) {
      return "the server %s wants a password for the user \"%s\". Give it in PGPASSWORD, or in a file that PGPASSFILE names."
          .formatted(settings, settings.user());
    }
    if (state.equals("28P01") || state.equals("28000")) {
      return "the server %s refuses the user \"%s\". Look at the password, and at what the server says: %s."
          .formatted(settings, settings.user(), words(failure));
    }
    if (state.equals("3D000")) {
      return "the server %s has no database \"%s\". Make it, or name another."
          .formatted(settings, settings.database());
    }
    if (isDrivers(NO_ENCRYPTION, failure)) {
      return "the server %s does not encrypt, as sslmode=%s wants it. Have it do so; sslmode=disable goes without."
          .formatted(settings, settings.encryption().label());
    }
    if (isDrivers(TIMED_OUT, failure)) {
      return noAnswer();
    }
    return wayReason(failure)
        .orElseGet(
            () -> "the server %s does not let us in: %s".formatted(settings, words(failure)));
  }

  /** The driver says in the user's language what it has no code of its own for. */
  private static boolean isDrivers(String message, SQLException failure) {
    return GT.tr(message).equals(failure.getMessage());
  }

  /** What the network says, or those who encrypt. */
  private Optional<String> wayReason(SQLException failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
      if (deepest instanceof SSLException) {
        break;
      }
    }
    if (deepest instanceof UnknownHostException) {
      return Optional.of(
          "there is no host \"%s\". Look at its name, and at the network."
              .formatted(settings.host()));
    }
    if (deepest instanceof SocketTimeoutException) {
      return Optional.of(noAnswer());
    }
    if (deepest instanceof ConnectException || deepest instanceof NoRouteToHostException) {
      return Optional.of(
          "the server %s cannot be reached (%s). Look whether it runs, and at the address."
              .formatted(settings, deepest.getMessage()));
    }
    if (deepest instanceof SSLException) {
      return Optional.of(
          "the connection to %s cannot be encrypted as sslmode=%s wants it: %s. Name the file of those who sign its certificate with sslrootcert."
              .formatted(
                  settings,
                  settings.encryption().label(),
                  withoutStop(String.valueOf(deepest.getMessage()))));
    }
    return deepest instanceof EOFException
        ? Optional.of("the server %s has closed the connection".formatted(settings))
        : Optional.empty();
  }

  private String noAnswer() {
    return "the server %s does not answer. Look whether it runs, and at the network."
        .formatted(settings);
  }

  /**
   * A step failed.
   *
   * @param failed what could not be done, as a clause
   */
  IOException of(String failed, SQLException failure) {
    return new IOException(reason(failed, failure), failure);
  }

  private String reason(String failed, SQLException failure) {
    String state = state(failure);
    if (isLost(state)) {
      return "the connection to the server %s was lost, and none of the rows is there: %s. Look whether it runs, and run it again."
          .formatted(settings, words(failure));
    }
    return switch (state) {
      case "55P03" ->
          "another program holds a lock on the table, and has not let go of it within %s s. Wait until it has ended."
              .formatted(settings.lockPatience().toSeconds());
      case "53100" -> "no space left on the device of the server %s".formatted(settings);
      case "42501" ->
          "the user \"%s\" lacks a right: %s. Ask for it, or use another user."
              .formatted(settings.user(), words(failure));
      case "25006" ->
          "the server %s takes no changes, because it is a standby or set to be read alone. Name the one that does."
              .formatted(settings);
      default ->
          state.startsWith("22") || state.startsWith("23")
              ? "the table does not take a row (PostgreSQL says: %s). Use another table=NAME."
                  .formatted(words(failure))
              : "%s (PostgreSQL says: %s). See what the server's log says."
                  .formatted(failed, words(failure));
    };
  }

  /** COMMIT failed, or was not answered. */
  IOException ofCommitting(SQLException failure) {
    return isLost(state(failure))
        ? new IOException(
            "the connection to the server %s was lost while the rows were committed, so that nobody here knows whether they are there"
                .formatted(settings),
            failure)
        : new IOException(
            "the table does not take the rows, and has none of them (PostgreSQL says: %s). Use another table=NAME."
                .formatted(words(failure)),
            failure);
  }

  /** Connections that end (class 08), and servers that are shut down (57P01 to 57P03). */
  private static boolean isLost(String state) {
    return state.startsWith("08") || state.startsWith("57P0");
  }

  private static String state(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }

  /** The server's own words where it said any, with the place among the rows. */
  private static String words(SQLException failure) {
    @Nullable ServerErrorMessage said =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    if (said == null) {
      return withoutStop(String.valueOf(failure.getMessage()));
    }
    StringBuilder words = new StringBuilder(withoutStop(String.valueOf(said.getMessage())));
    if (said.getDetail() != null) {
      words.append("; ").append(withoutStop(said.getDetail()));
    }
    if (said.getWhere() != null) {
      words.append("; ").append(withoutStop(said.getWhere()));
    }
    return words.toString();
  }

  private static String withoutStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
