package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.table.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Notes what happens in a run, for its receipt. Thread-safe. */
final class ReceiptBuilder {
  private final List<Duration> waits = new ArrayList<>();
  private Optional<String> lastState = Optional.empty();
  private Optional<String> creationDate = Optional.empty();
  private Optional<Schema> schema = Optional.empty();
  private OptionalLong rows = OptionalLong.empty();
  private OptionalLong bytes = OptionalLong.empty();
  private long droppedRows;
  private long nonFiniteAsNull;
  private boolean isTaken;
  private int calls;

  /** Counts a call, and returns its number. */
  synchronized int asked() {
    return ++calls;
  }

  /** An answer has begun. */
  synchronized void taken() {
    isTaken = true;
  }

  synchronized void answered(Answer answer) {
    isTaken = true;
    lastState = Optional.of(answer.state());
    creationDate = answer.creationDate();
  }

  /** A call that was certainly never sent to VidiCenter is not counted. */
  synchronized void troubled(Trouble trouble) {
    switch (trouble.kind()) {
      case NOT_DELIVERED, LIMITS_HELD -> calls--;
      case RATE_LIMITED, UNANSWERED -> {}
      case CUT, STILL_COMING -> isTaken = true;
    }
  }

  /**
   * Failures that end a run before its call could be sent: a server that is not trusted, an address
   * that is not allowed.
   */
  synchronized void ended(FailureKind kind) {
    if (kind == FailureKind.UNREACHABLE || kind == FailureKind.INVALID_REQUEST) {
      calls--;
    }
  }

  synchronized void waited(Duration pause) {
    waits.add(pause);
  }

  synchronized void published(
      Schema published,
      long publishedRows,
      long publishedDroppedRows,
      long publishedBytes,
      long publishedNonFiniteAsNull) {
    droppedRows = publishedDroppedRows;
    nonFiniteAsNull = publishedNonFiniteAsNull;
    schema = Optional.of(published);
    rows = OptionalLong.of(publishedRows);
    bytes = publishedBytes < 0 ? OptionalLong.empty() : OptionalLong.of(publishedBytes);
  }

  synchronized Optional<String> creationDate() {
    return creationDate;
  }

  synchronized ExportReceipt receipt(Duration elapsed) {
    return new ExportReceipt(
        lastState,
        schema,
        rows,
        droppedRows,
        bytes,
        nonFiniteAsNull,
        creationDate,
        isTaken,
        calls,
        waits,
        elapsed);
  }
}
