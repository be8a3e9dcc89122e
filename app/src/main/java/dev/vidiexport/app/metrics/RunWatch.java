package dev.vidiexport.app.metrics;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.ListingListener;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Counts the calls of a run. Thread-safe. */
public final class RunWatch {
  private final boolean isCounting;
  private final Map<AnswerKind, Long> answers = new TreeMap<>();
  private long retries;
  private long waits;
  private Duration waited = Duration.ZERO;

  private RunWatch(boolean isCounting) {
    this.isCounting = isCounting;
  }

  /** One that counts. */
  public static RunWatch counting() {
    return new RunWatch(true);
  }

  /** One that nobody asks, so that it counts nothing. */
  public static RunWatch none() {
    return new RunWatch(false);
  }

  /** Counts calls, and passes on what is told of them. */
  public CallListener calls(CallListener next) {
    return isCounting ? counting(next) : next;
  }

  /** Counts what one export had to ask for again, and passes on what is told of it. */
  public ExportListener export(ExportListener next) {
    return isCounting ? counting(next) : next;
  }

  /** Counts what a listing had to ask for again, and passes on what is told of it. */
  public ListingListener listing(ListingListener next) {
    return isCounting ? counting(next) : next;
  }

  private ListingListener counting(ListingListener next) {
    return new ListingListener() {
      @Override
      public void onLongListing(int calls, Duration least) {
        next.onLongListing(calls, least);
      }

      @Override
      public void onTrouble(Trouble trouble, Duration pause) {
        retried();
        next.onTrouble(trouble, pause);
      }
    };
  }

  private CallListener counting(CallListener next) {
    return new CallListener() {
      @Override
      public void onCall(String method, String url, String outcome, Duration duration) {
        next.onCall(method, url, outcome, duration);
      }

      @Override
      public void onHeld(String reason) {
        next.onHeld(reason);
      }

      @Override
      public void onAnswer(OptionalInt status) {
        answered(AnswerKind.of(status));
        next.onAnswer(status);
      }

      @Override
      public void onWaited(Duration time) {
        waited(time);
        next.onWaited(time);
      }
    };
  }

  private ExportListener counting(ExportListener next) {
    return new ExportListener() {
      private boolean isAgain;

      @Override
      public void onCall(int call) {
        if (isAgain) {
          isAgain = false;
          retried();
        }
        next.onCall(call);
      }

      @Override
      public void onAnswer(Answer answer) {
        next.onAnswer(answer);
      }

      @Override
      public void onTrouble(Trouble trouble) {
        isAgain = true;
        next.onTrouble(trouble);
      }

      @Override
      public void onPollScheduled(Duration pause) {
        next.onPollScheduled(pause);
      }

      @Override
      public void onRows(long rows, long bodyBytes) {
        next.onRows(rows, bodyBytes);
      }

      @Override
      public void onDrift(int replay, String reason) {
        isAgain = true;
        next.onDrift(replay, reason);
      }

      @Override
      public void onSlowSink(String what, Duration time) {
        next.onSlowSink(what, time);
      }

      @Override
      public void onPublish() {
        next.onPublish();
      }

      @Override
      public void onEnd() {
        next.onEnd();
      }
    };
  }

  /** Something is asked for again, because the call before had brought nothing. */
  public synchronized void retried() {
    retries++;
  }

  private synchronized void answered(AnswerKind kind) {
    answers.merge(kind, 1L, Long::sum);
  }

  private synchronized void waited(Duration time) {
    waits++;
    waited = waited.plus(time);
  }

  /** What was counted so far. */
  synchronized CallFigures figures() {
    return new CallFigures(answers, retries, waits, waited);
  }
}
