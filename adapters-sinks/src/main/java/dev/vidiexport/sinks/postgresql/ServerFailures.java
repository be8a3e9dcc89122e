package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.RowsRefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server or the way to it reports, in words for the user. The codes are those of
 * PostgreSQL's documentation, "PostgreSQL Error Codes".
 *
 * @param settings where the server is
 * @param use what tables are written for
 */
record ServerFailures(ConnectionSettings settings, TableUse use) {
  private static final String EMPTY =
      "The server requested SCRAM-based authentication, but the password is an empty string.";
  private static final String NO_ENCRYPTION = "The server does not support SSL.";
  private static final String TIMED_OUT = "Connection attempt timed out.";
  private static final String OTHER_NAME =
      "The hostname {0} could not be verified by hostnameverifier {1}.";
  private static final String BAD_CERTIFICATES =
      "Loading the SSL root certificate {0} into a TrustManager failed.";

  /** The driver's own, by which it calls what compares names. */
  private static final String VERIFIER = "PgjdbcHostnameVerifier";

  private static final String BAD_PARAMETER = "22023";

  /** Among them more columns than a table can have, those that were dropped included. */
  private static final String LIMIT_EXCEEDED = "54";

  private static final int MOST_CHARACTERS = 200;

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
    if (isDrivers(OTHER_NAME, failure, settings.host(), VERIFIER)) {
      return "the certificate of the server %s is for another name than \"%s\". Look whether it is the right server, and name it as its certificate does."
          .formatted(settings, settings.host());
    }
    Object[] certificates = settings.rootCertificate().map(Path::toString).stream().toArray();
    if (isDrivers(BAD_CERTIFICATES, failure, certificates)) {
      return "sslrootcert names %s, which holds no certificates that can be read. Name another."
          .formatted(certificates);
    }
    if (state.equals(BAD_PARAMETER) && String.valueOf(failure.getMessage()).contains("TimeZone")) {
      return "the server does not know Java's time zone %s. Start java with -Duser.timezone=UTC."
          .formatted(TimeZone.getDefault().getID());
    }
    if (isDrivers(TIMED_OUT, failure)) {
      return noAnswer();
    }
    return wayReason(failure)
        .orElseGet(
            () -> "the server %s does not let us in: %s".formatted(settings, words(failure)));
  }

  /** The driver says in the user's language what it has no code of its own for. */
  private static boolean isDrivers(String message, SQLException failure, Object... values) {
    return GT.tr(message, values).equals(failure.getMessage());
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
    if (isUntrusted(failure)) {
      return Optional.of(
          "the certificate of the server %s is signed by none of those that are trusted. Name the file of who signed it with sslrootcert."
              .formatted(settings));
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

  private static boolean isUntrusted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException
          || cause instanceof CertPathValidatorException) {
        return true;
      }
    }
    return false;
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
    String reason = reason(failed, failure);
    return state(failure).startsWith(LIMIT_EXCEEDED)
        ? new RowsRefusedException(reason, failure)
        : new IOException(reason, failure);
  }

  /** Rows, or the end of them, were not taken. */
  IOException ofRows(SQLException failure) {
    return isOfRow(state(failure))
        ? new RowsRefusedException(
            "the table does not take a row (PostgreSQL says: %s). %s"
                .formatted(words(failure), remedyOfRows(failure)),
            failure)
        : of("the rows could not be written", failure);
  }

  private String remedyOfRows(SQLException failure) {
    return use == TableUse.HISTORY
        ? RowRemedy.sentence(serverMessage(failure))
        : use.otherTableSentence();
  }

  /** Values that do not fit (class 22), constraints (23), and rows that are too long (54). */
  private static boolean isOfRow(String state) {
    return state.startsWith("22") || state.startsWith("23") || state.startsWith(LIMIT_EXCEEDED);
  }

  private String reason(String failed, SQLException failure) {
    String state = state(failure);
    if (isLost(state)) {
      return "the connection to the server %s was lost%s: %s. Look whether it runs, and run it again."
          .formatted(settings, use.nothingKept(), words(failure));
    }
    return switch (state) {
      case "55P03" ->
          "another program holds a lock on the table, and has not let go of it within %s s. Wait until it has ended."
              .formatted(settings.lockPatience().toSeconds());
      case "53100" ->
          "no space left on the device of the server %s%s".formatted(settings, use.nothingKept());
      case "42501" ->
          "the user \"%s\" lacks a right: %s. Ask for it, or use another user."
              .formatted(settings.user(), words(failure));
      case "0A000", "2BP01" ->
          "something else in the database uses a column that is to change (PostgreSQL says: %s). Drop it, run it again, and make it anew."
              .formatted(words(failure));
      case "42P07", "42710", "23505" ->
          "another program has made the table meanwhile. Run it again.";
      default ->
          "%s (PostgreSQL says: %s). See what the server's log says."
              .formatted(failed, words(failure));
    };
  }

  /**
   * COMMIT failed, or was not answered. A server that gives up altogether while it commits knows no
   * more than we do.
   */
  IOException ofCommitting(SQLException failure) {
    return isLost(state(failure)) || isFatal(failure)
        ? new CommitUncertainException(
            "the connection to the server %s was lost while the rows were committed, so that nobody here knows whether they are there"
                .formatted(settings),
            failure)
        : ofRows(failure);
  }

  private static boolean isFatal(SQLException failure) {
    return serverMessage(failure)
        .map(ServerErrorMessage::getSeverity)
        .filter(severity -> severity.equals("FATAL") || severity.equals("PANIC"))
        .isPresent();
  }

  /** Connections that end (class 08), and servers that are shut down (57P01 to 57P03). */
  private static boolean isLost(String state) {
    return state.startsWith("08") || state.startsWith("57P0");
  }

  private static String state(SQLException failure) {
    return String.valueOf(failure.getSQLState());
  }

  private static Optional<ServerErrorMessage> serverMessage(SQLException failure) {
    return failure instanceof PSQLException known
        ? Optional.ofNullable(known.getServerErrorMessage())
        : Optional.empty();
  }

  /** The server's own words where it said any, with the place among the rows. */
  private static String words(SQLException failure) {
    return serverMessage(failure)
        .map(
            said ->
                Stream.of(said.getMessage(), said.getDetail(), said.getWhere())
                    .filter(Objects::nonNull)
                    .map(ServerFailures::shortened)
                    .collect(Collectors.joining("; ")))
        .orElseGet(() -> shortened(String.valueOf(failure.getMessage())));
  }

  /** What is to be done about it stands behind these words, and must be seen, too. */
  private static String shortened(String text) {
    String words = withoutStop(text);
    return words.length() <= MOST_CHARACTERS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, MOST_CHARACTERS)))
            + "…";
  }

  private static String withoutStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
