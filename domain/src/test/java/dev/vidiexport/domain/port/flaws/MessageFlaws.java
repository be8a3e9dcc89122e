package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.flaws.AttemptFlaws.flaw;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What destinations get wrong when they check, and in what they say. */
final class MessageFlaws {
  private MessageFlaws() {}

  static List<Flaw<DestinationMaker>> all() {
    return List.of(
        flaw("namesItsFormat", "has no name for its format", "the format", Nameless::new),
        flaw(
            "showsNothingWhenItIsChecked",
            "tries the output when it is checked",
            "the output",
            TriesTheOutput::new),
        flaw("tellsInSentencesWhatFailed", "passes a reason on as it is", "to match", Curt::new),
        flaw(
            "refusesInSentencesWhatItsFormatRefuses",
            "passes a refusal on as it is",
            "to match",
            Curt::new),
        flaw(
            "refusesInSentencesWhatItsFormatRefuses",
            "takes a refusal for a defect",
            "DEFECT",
            TakesRefusalsForDefects::new),
        flaw(
            "passesOnThatTheRunMustEnd",
            "takes the end of the run for a refusal",
            "refused",
            TakesTheEndForARefusal::new),
        flaw(
            "reservesNothingThatItRefuses",
            "reserves first and asks the format later",
            "another is refused",
            ReservesFirst::new),
        flaw(
            "isReservedUntilItIsClosed",
            "reserves nothing",
            "another is refused",
            ReservesNothing::new),
        flaw(
            "isReservedUntilItIsClosed",
            "is reserved for ever",
            "another is refused later",
            ReservesForEver::new));
  }

  private static final class Nameless extends PlainDestination {
    Nameless(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public String formatName() {
      return "plain";
    }
  }

  private static final class TriesTheOutput extends PlainDestination {
    TriesTheOutput(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void check() {
      super.check();
      shelf.output = Optional.of(List.of());
    }
  }

  static final class Curt extends PlainDestination {
    Curt(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    String told(String reason) {
      return reason;
    }
  }

  private static final class TakesRefusalsForDefects extends PlainDestination {
    TakesRefusalsForDefects(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void check() {
      try {
        super.check();
      } catch (ExportException refusal) {
        throw new ExportException(FailureReason.DEFECT, refusal.getMessage(), refusal);
      }
    }
  }

  private static final class TakesTheEndForARefusal extends PlainDestination {
    TakesTheEndForARefusal(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void check() {
      try {
        super.check();
      } catch (ExportException end) {
        throw new ExportException(FailureReason.OUTPUT_UNUSABLE, "The output was refused.", end);
      }
    }
  }

  private static final class ReservesFirst extends PlainDestination {
    ReservesFirst(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void check() {
      if (shelf.owner == null) {
        shelf.owner = this;
      }
      super.check();
    }
  }

  private static final class ReservesNothing extends PlainDestination {
    ReservesNothing(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void check() {
      shelf.owner = null;
      super.check();
    }
  }

  private static final class ReservesForEver extends PlainDestination {
    ReservesForEver(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void close() {
      discard();
    }
  }
}
