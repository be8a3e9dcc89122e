package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a connection carries back for one call: pieces of bytes, each after a while, and an end. */
final class SimulatedReply {
  /** What follows the last piece. */
  enum End {
    /** Nothing; the connection can be used again. */
    KEPT,
    CLOSED,
    RESET,
    SILENT
  }

  /** Some bytes that come after a while. */
  record Piece(Duration before, byte[] bytes, boolean ofBody) {}

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private End end = End.KEPT;
  private final List<Fault> atBegin = new ArrayList<>();
  private Optional<Fault> atEnd = Optional.empty();
  private boolean begun;

  SimulatedReply add(Duration before, byte[] bytes, boolean ofBody) {
    pieces.add(new Piece(before, bytes, ofBody));
    return this;
  }

  SimulatedReply end(End how) {
    end = how;
    return this;
  }

  /** Names what has happened to the caller as soon as the first bytes are taken. */
  SimulatedReply begins(Fault fault) {
    atBegin.add(fault);
    return this;
  }

  /** Names what has happened to the caller when the last byte is taken, and the end is met. */
  SimulatedReply ends(Fault fault) {
    atEnd = Optional.of(fault);
    return this;
  }

  /** The next piece; null behind the last. */
  Piece next(ReachedFaults faults) {
    Piece piece = pieces.poll();
    if (piece != null && !begun) {
      begun = true;
      atBegin.forEach(faults::reach);
    }
    return piece;
  }

  /** The rest of a piece that was not taken whole. */
  void putBack(byte[] rest, boolean ofBody) {
    pieces.addFirst(new Piece(Duration.ZERO, rest, ofBody));
  }

  /** The caller has met the end. */
  void meetEnd(ReachedFaults faults) {
    atEnd.ifPresent(faults::reach);
  }

  End end() {
    return end;
  }

  boolean isTaken() {
    return pieces.isEmpty();
  }

  boolean hasBegun() {
    return begun;
  }

  /** The next piece belongs to the body, or the body is over. */
  boolean isInBody() {
    return begun && (pieces.isEmpty() || pieces.peek().ofBody());
  }

  boolean isKept() {
    return pieces.isEmpty() && end == End.KEPT;
  }
}
