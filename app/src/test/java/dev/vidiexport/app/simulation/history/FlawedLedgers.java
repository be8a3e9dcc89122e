package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Planted bugs in what a sync notes, and in what it learns of what was noted. */
final class FlawedLedgers {
  private FlawedLedgers() {}

  /** What was announced is not looked at after a death. */
  static Ledger withoutRecovery(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public List<Publication> publications() {
        return List.of();
      }
    };
  }

  /** A file is announced only when it has its name. */
  static Ledger announcingLate(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      private Runnable announcement = () -> {};

      @Override
      public void notePublishing(
          SliceKey key,
          SliceAnswer answer,
          ExportIdentity identity,
          List<NumberedColumn> columns,
          SliceFacts facts) {
        announcement = () -> real.notePublishing(key, answer, identity, columns, facts);
      }

      @Override
      public void notePublished(SliceKey key, Instant at) {
        announcement.run();
        announcement = () -> {};
        real.notePublished(key, at);
      }
    };
  }

  /** A slice is asked for without a note. */
  static Ledger forgettingWhatIsAsked(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public void noteAsked(SliceKey key, Instant at) {
        // Nobody will know.
      }
    };
  }

  /** Slices with an answer seem to be under way still. */
  static Ledger asIfAllWereUnderWay(Ledger ledger) {
    return shown(
        ledger,
        slice ->
            Optional.of(
                new SliceRecord(
                    slice.key(),
                    slice.state(),
                    slice.answer(),
                    slice.failure(),
                    true,
                    slice.attempts())));
  }

  /** Slices of several sources that have an answer are not seen. */
  static Ledger hidingSomeAnswers(Ledger ledger) {
    return shown(
        ledger,
        slice ->
            slice.answer().isPresent() && slice.key().sources().size() > 1
                ? Optional.empty()
                : Optional.of(slice));
  }

  private static Ledger shown(Ledger ledger, FlawedView view) {
    return new ForwardingLedger(ledger) {
      @Override
      public void slices(String export, Consumer<SliceRecord> visitor) {
        real.slices(export, slice -> view.of(slice).ifPresent(visitor));
      }
    };
  }

  @FunctionalInterface
  private interface FlawedView {
    Optional<SliceRecord> of(SliceRecord slice);
  }
}
