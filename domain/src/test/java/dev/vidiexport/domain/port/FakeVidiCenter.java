package dev.vidiexport.domain.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A VidiCenter that answers what it was told to, in order, for tests; and notes each call. */
public final class FakeVidiCenter implements VidiCenter {
  /** What it does when asked. */
  @FunctionalInterface
  public interface Reply {
    /** Sends rows, if any, and then answers, or throws. */
    Answer give(RowReceiver rows) throws TroubleException;
  }

  /** How it was asked. */
  public record Call(ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft) {}

  private final Deque<Reply> script = new ArrayDeque<>();
  private final List<Call> calls = new ArrayList<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  /** Adds replies to the script. */
  public FakeVidiCenter replies(Reply... replies) {
    script.addAll(Arrays.asList(replies));
    return this;
  }

  /** {@code started}. */
  public static Reply started() {
    return rows -> new Answer.Started(Optional.empty());
  }

  /** {@code in_progress}, with a creation date. */
  public static Reply inProgress(String creationDate) {
    return rows -> new Answer.InProgress(Optional.of(creationDate));
  }

  /** {@code failed}, with a reason. */
  public static Reply failed(String reason) {
    return rows -> new Answer.Failed(Optional.empty(), Optional.of(reason));
  }

  /** {@code finished}, with a creation date, after these rows. */
  public static Reply finished(String creationDate, Collection<FakeRow> rows) {
    return receiver -> {
      send(receiver, rows);
      return new Answer.Finished(Optional.of(creationDate));
    };
  }

  /** {@code finished}, without a creation date, after these rows. */
  public static Reply finished(FakeRow... rows) {
    return receiver -> {
      send(receiver, Arrays.asList(rows));
      return new Answer.Finished(Optional.empty());
    };
  }

  /** Trouble, after these rows. */
  public static Reply trouble(Trouble trouble, FakeRow... rows) {
    return receiver -> {
      send(receiver, Arrays.asList(rows));
      throw new TroubleException(trouble, null);
    };
  }

  /** Sends rows as a reader does: from one array that is used again. */
  public static void send(RowReceiver receiver, Collection<FakeRow> rows) {
    byte[] buffer = new byte[1024];
    long bodyBytes = 0;
    for (FakeRow row : rows) {
      for (FakeRow.Field field : row.fields()) {
        byte[] utf8 = field.value().characters().getBytes(UTF_8);
        if (utf8.length + 1 > buffer.length) {
          buffer = new byte[2 * utf8.length + 1];
        }
        System.arraycopy(utf8, 0, buffer, 1, utf8.length);
        int column = receiver.column(field.key());
        receiver.value(column, field.value().kind(), buffer, 1, utf8.length);
        Arrays.fill(buffer, 0, utf8.length + 1, (byte) 0xFF);
      }
      bodyBytes += row.bodyBytes();
      receiver.endRow(bodyBytes);
    }
  }

  /** Says nothing until it is cancelled. */
  public Reply silence() {
    return rows -> {
      awaitCancel();
      throw ExportException.cancelled();
    };
  }

  private void awaitCancel() {
    try {
      cancelled.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Nobody interrupts the thread that asks", interrupted);
    }
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    if (cancelled.getCount() == 0) {
      throw ExportException.cancelled();
    }
    if (timeLeft.isNegative() || timeLeft.isZero()) {
      throw new AssertionError("Asked with no time left: " + timeLeft);
    }
    calls.add(new Call(request, kind, rebuild, timeLeft));
    Reply reply = script.poll();
    if (reply == null) {
      throw new AssertionError("Asked once more than the script has replies: " + calls.size());
    }
    return reply.give(rows);
  }

  /** There is room for any call. */
  @Override
  public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
    return Optional.empty();
  }

  @Override
  public void cancel() {
    cancelled.countDown();
  }

  /** How it was asked, in order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }
}
