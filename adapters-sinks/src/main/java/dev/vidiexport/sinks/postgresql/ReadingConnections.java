package dev.vidiexport.sinks.postgresql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Connections that read, as many as are needed at a time; those that are free are used again.
 * Thread-safe.
 */
final class ReadingConnections implements AutoCloseable {
  private final ConnectionSettings settings;
  private final Deque<ServerConnection> free = new ArrayDeque<>();
  private boolean isClosed;

  ReadingConnections(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Takes one, at the beginning of a transaction. */
  ServerConnection take() throws IOException {
    Optional<ServerConnection> next = nextFree();
    while (next.isPresent()) {
      if (hasBegunAgain(next.get())) {
        return next.get();
      }
      next.get().close();
      next = nextFree();
    }
    return ServerConnection.forReading(settings, TableUse.HISTORY);
  }

  private synchronized Optional<ServerConnection> nextFree() {
    if (isClosed) {
      throw new IllegalStateException("the reader is closed");
    }
    return Optional.ofNullable(free.poll());
  }

  private static boolean hasBegunAgain(ServerConnection connection) {
    try {
      connection.beginAgain();
      return true;
    } catch (IOException | SQLException lost) {
      // Another one is made, and says what is wrong if that cannot be, either.
      return false;
    }
  }

  /** Gives one back, whatever has become of its transaction, which ends with its locks. */
  void giveBack(ServerConnection connection) {
    if (!hasRolledBack(connection) || !isKept(connection)) {
      connection.close();
    }
  }

  private static boolean hasRolledBack(ServerConnection connection) {
    try {
      connection.rollBack();
      return true;
    } catch (SQLException lost) {
      // It is of no more use, and another is made when one is needed.
      return false;
    }
  }

  private synchronized boolean isKept(ServerConnection connection) {
    if (!isClosed) {
      free.push(connection);
    }
    return !isClosed;
  }

  /** Ends those that are free, and others when they are given back. Idempotent. */
  @Override
  public synchronized void close() {
    isClosed = true;
    free.forEach(ServerConnection::close);
    free.clear();
  }
}
