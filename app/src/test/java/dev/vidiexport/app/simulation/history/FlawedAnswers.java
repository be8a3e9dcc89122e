package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Planted bugs in what is known of answers, by which it is decided what late data changes. */
final class FlawedAnswers {
  private static final String NO_FINGERPRINT = "0".repeat(32);

  private FlawedAnswers() {}

  /** Builds seem to be older than they are. */
  static Ledger seemingOld(Ledger ledger) {
    return shown(
        ledger,
        answer ->
            changed(
                answer,
                answer.fingerprint(),
                answer.builtAt().minus(Duration.ofHours(12)),
                answer.askedAt(),
                answer.changedByUpload()));
  }

  /** When the lookback of a window is over, its answer seems to be a new one. */
  static Ledger seemingNewAfterTheLookback(Ledger ledger, SimulatedHistory history) {
    return new ForwardingLedger(ledger) {
      @Override
      public void slices(String export, Consumer<SliceRecord> visitor) {
        Duration lookback = Duration.ofDays(history.project.export(export).lookbackDays() + 1L);
        Instant now = history.time.now();
        real.slices(
            export,
            slice -> {
              Instant end = slice.key().window().firstSecondAfter().toInstant(ZoneOffset.UTC);
              boolean isOver = now.isAfter(end.plus(lookback));
              visitor.accept(
                  isOver
                      ? with(
                          slice, answer -> changed(answer, answer.fingerprint(), now, now, false))
                      : slice);
            });
      }
    };
  }

  /** That an upload changed an answer is not seen. */
  static Ledger notSeemingChanged(Ledger ledger) {
    return shown(
        ledger,
        answer -> changed(answer, answer.fingerprint(), answer.builtAt(), answer.askedAt(), false));
  }

  /** The rows that come never seem to be those that are there. */
  static Ledger seemingOther(Ledger ledger) {
    return shown(
        ledger,
        answer ->
            changed(
                answer,
                NO_FINGERPRINT,
                answer.builtAt(),
                answer.askedAt(),
                answer.changedByUpload()));
  }

  private static Ledger shown(Ledger ledger, UnaryOperator<SliceAnswer> view) {
    return new ForwardingLedger(ledger) {
      @Override
      public void slices(String export, Consumer<SliceRecord> visitor) {
        real.slices(export, slice -> visitor.accept(with(slice, view)));
      }
    };
  }

  private static SliceRecord with(SliceRecord slice, UnaryOperator<SliceAnswer> view) {
    return new SliceRecord(
        slice.key(),
        slice.state(),
        slice.answer().map(view),
        slice.failure(),
        slice.underWay(),
        slice.lostRevision(),
        slice.attempts());
  }

  private static SliceAnswer changed(
      SliceAnswer answer,
      String fingerprint,
      Instant builtAt,
      Instant askedAt,
      boolean changedByUpload) {
    return new SliceAnswer(
        answer.file(),
        answer.rows(),
        answer.droppedRows(),
        fingerprint,
        answer.revision(),
        answer.creationDate(),
        builtAt,
        askedAt,
        answer.writtenWith(),
        changedByUpload);
  }

  /** Nothing is known of the rows that are there. */
  static Ledger withoutFacts(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public Optional<SliceFacts> facts(SliceKey key) {
        return Optional.empty();
      }
    };
  }

  /** What files say is not noted. */
  static Ledger forgettingFacts(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public void notePublishing(
          SliceKey key,
          SliceAnswer answer,
          ExportIdentity identity,
          List<NumberedColumn> columns,
          SliceFacts facts) {
        real.notePublishing(key, answer, identity, columns, SliceFacts.NONE);
      }
    };
  }

  /** A slice seems to have been asked for when its file was there. */
  static Ledger askingWhenAnswered(Ledger ledger, SimulatedHistory history) {
    return new ForwardingLedger(ledger) {
      @Override
      public void notePublishing(
          SliceKey key,
          SliceAnswer answer,
          ExportIdentity identity,
          List<NumberedColumn> columns,
          SliceFacts facts) {
        SliceAnswer late =
            changed(
                answer,
                answer.fingerprint(),
                answer.builtAt(),
                history.time.now(),
                answer.changedByUpload());
        real.notePublishing(key, late, identity, columns, facts);
      }
    };
  }

  /** What had been uploaded before is not known. */
  static Ledger forgettingUploads(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public void uploads(Consumer<SeenUpload> visitor) {
        // Nobody has uploaded before.
      }
    };
  }

  /** What there was before is not known. */
  static Ledger forgettingTheTopology(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public Optional<Topology> topology() {
        return Optional.empty();
      }
    };
  }

  /** That something else is expected of a place now is not noted. */
  static Ledger expectingWhatItDid(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public void noteExpected(
          String export,
          Set<PlaceId> places,
          BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
        // It stays as it was.
      }
    };
  }

  /** That users were told of a change is not noted. */
  static Ledger forgettingWhatIsTold(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public void noteTold(String export, String fact) {
        // They will be told again.
      }
    };
  }
}
