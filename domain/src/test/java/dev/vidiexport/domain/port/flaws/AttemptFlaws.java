package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What destinations get wrong with attempts and with what becomes of them. */
final class AttemptFlaws {
  private AttemptFlaws() {}

  static List<Flaw<DestinationMaker>> all() {
    return List.of(
        flaw(
            "opensNothingThatWasNotChecked",
            "opens what nobody has checked",
            "out of order",
            OpensUnchecked::new),
        flaw(
            "opensNothingOnceItIsClosed",
            "opens what is closed",
            "out of order",
            OpensUnchecked::new),
        flaw("publishesEveryRowInOrder", "turns the rows round", "row 4999", TurnsRound::new),
        flaw("tellsHowManyBytesItPublished", "counts a byte too many", "bytes", Miscounts::new),
        flaw(
            "leavesAloneWhatIsPublished",
            "throws away what is published",
            "the output",
            DiscardsThePublished::new),
        flaw(
            "leavesNothingBesideTheOutput",
            "leaves something beside the output",
            "beside",
            LeavesSomething::new),
        flaw(
            "leavesNothingOfAnAttemptWithoutCommit",
            "discards nothing",
            "attempt",
            DiscardsNothing::new),
        flaw("publishesTheLastAttemptAlone", "adds the attempts up", "fourth", AddsAttemptsUp::new),
        flaw(
            "canBeDiscardedAtAnyTime",
            "cannot discard nothing",
            "nothing to discard",
            DiscardsOnce::new),
        flaw("canBeClosedAtAnyTime", "cannot be closed twice", "closed before", ClosesOnce::new),
        flaw(
            "letsASinkWorkOnAThreadOfItsOwn",
            "keeps an attempt to its thread",
            "out of order",
            KeepsToItsThread::new),
        flaw(
            "leavesNothingOfASinkThatDoesNotOpen",
            "leaves half an attempt",
            "half",
            LeavesHalf::new));
  }

  static Flaw<DestinationMaker> flaw(
      String fact, String wrong, String said, DestinationMaker maker) {
    return new Flaw<>(fact, wrong, said, () -> maker);
  }

  private static final class OpensUnchecked extends PlainDestination {
    OpensUnchecked(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public Sink open(Schema schema) throws IOException {
      shelf.owner = this;
      return super.open(schema);
    }
  }

  private static final class TurnsRound extends PlainDestination {
    TurnsRound(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    void committed(List<String> rows) {
      Collections.reverse(rows);
    }
  }

  private static final class Miscounts extends PlainDestination {
    Miscounts(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public long publish() throws IOException {
      return super.publish() + 1;
    }
  }

  private static final class DiscardsThePublished extends PlainDestination {
    DiscardsThePublished(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void discard() {
      super.discard();
      shelf.output = Optional.empty();
    }
  }

  private static final class LeavesSomething extends PlainDestination {
    LeavesSomething(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public long publish() throws IOException {
      shelf.staged.add("beside");
      return super.publish();
    }
  }

  private static final class DiscardsNothing extends PlainDestination {
    DiscardsNothing(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void discard() {}
  }

  private static final class AddsAttemptsUp extends PlainDestination {
    private final List<String> all = new ArrayList<>();

    AddsAttemptsUp(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void discard() {
      if (attempt != null) {
        all.addAll(attempt);
      }
      super.discard();
    }

    @Override
    void committed(List<String> rows) {
      rows.addAll(0, all);
    }
  }

  private static final class DiscardsOnce extends PlainDestination {
    DiscardsOnce(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void discard() {
      if (attempt == null) {
        throw new IllegalStateException("nothing to discard");
      }
      super.discard();
    }
  }

  private static final class ClosesOnce extends PlainDestination {
    private boolean closed;

    ClosesOnce(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void close() {
      if (closed) {
        throw new IllegalStateException("closed before");
      }
      closed = true;
      super.close();
    }
  }

  private static final class KeepsToItsThread extends PlainDestination {
    private Thread opener = Thread.currentThread();

    KeepsToItsThread(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public Sink open(Schema schema) throws IOException {
      opener = Thread.currentThread();
      return super.open(schema);
    }

    @Override
    public long publish() throws IOException {
      requireInOrder(opener == Thread.currentThread());
      return super.publish();
    }
  }

  private static final class LeavesHalf extends PlainDestination {
    LeavesHalf(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public Sink open(Schema schema) throws IOException {
      shelf.staged.add("half");
      Sink sink = super.open(schema);
      shelf.staged.remove("half");
      return sink;
    }
  }
}
