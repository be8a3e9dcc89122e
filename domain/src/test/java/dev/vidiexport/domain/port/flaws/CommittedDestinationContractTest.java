package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.flaws.AttemptFlaws.flaw;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.port.CommittedDestinationContract;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CommittedDestinationContractTest extends ContractGuard<DestinationMaker> {
  CommittedDestinationContractTest() {
    super(Facts.class, () -> Elsewhere::new, flaws());
  }

  private static List<Flaw<DestinationMaker>> flaws() {
    return List.of(
        flaw("saysThatItHoldsNothingBack", "says that it holds back", "holds back", Boasts::new),
        flaw(
            "showsTheRowsThatWereCommitted",
            "shows nothing before it publishes",
            "the output",
            ShowsTooLate::new),
        flaw(
            "leavesAloneWhatWasCommitted",
            "takes back what was committed",
            "the output",
            TakesBack::new));
  }

  /** What is true of the others, too, is guarded with them. */
  @Override
  protected boolean isGuardedElsewhere(Method fact) {
    return fact.getDeclaringClass() != CommittedDestinationContract.class;
  }

  static final class Facts extends CommittedDestinationContract {
    private final FlawedOutputs shelf = new FlawedOutputs();

    @Override
    protected Destination destination() {
      return underTest(DestinationMaker.class).make(shelf, Map.of());
    }

    @Override
    protected Destination failing(Moment moment, Failure failure) {
      return underTest(DestinationMaker.class).make(shelf, Map.of(moment, failure));
    }

    @Override
    protected Optional<List<String>> output() {
      return shelf.output;
    }

    @Override
    protected long outputBytes() {
      return shelf.bytes();
    }

    @Override
    protected List<String> leftovers() {
      return shelf.staged;
    }

    @Override
    protected boolean isReserved() {
      return true;
    }
  }

  /** A right one: the rows appear when its sink commits. */
  private static class Elsewhere extends PlainDestination {
    Elsewhere(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public boolean holdsBack() {
      return false;
    }

    @Override
    void committed(List<String> rows) {
      shelf.output = Optional.of(rows);
    }

    @Override
    public long publish() throws IOException {
      close();
      return -1;
    }
  }

  private static final class Boasts extends Elsewhere {
    Boasts(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public boolean holdsBack() {
      return true;
    }
  }

  private static final class ShowsTooLate extends Elsewhere {
    private Optional<List<String>> rows = Optional.empty();

    ShowsTooLate(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    void committed(List<String> complete) {
      rows = Optional.of(complete);
    }

    @Override
    public long publish() throws IOException {
      shelf.output = rows;
      return super.publish();
    }
  }

  private static final class TakesBack extends Elsewhere {
    TakesBack(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public void discard() {
      super.discard();
      shelf.output = Optional.empty();
    }
  }
}
