package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.flaws.AttemptFlaws.flaw;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import dev.vidiexport.domain.port.StagedDestinationContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class StagedDestinationContractTest extends ContractGuard<DestinationMaker> {
  StagedDestinationContractTest() {
    super(Facts.class, () -> PlainDestination::new, flaws());
  }

  private static List<Flaw<DestinationMaker>> flaws() {
    return Stream.of(AttemptFlaws.all(), MessageFlaws.all(), ofStaging())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Flaw<DestinationMaker>> ofStaging() {
    return List.of(
        flaw("saysThatItHoldsBack", "hides that it holds back", "holds back", Hides::new),
        flaw(
            "showsNothingBeforeItPublishes",
            "shows what is only committed",
            "the output",
            ShowsAtCommit::new),
        flaw(
            "publishesNothingButAnAttempt",
            "publishes nothing",
            "out of order",
            PublishesNothing::new),
        flaw(
            "showsNothingWhenItCannotPublish",
            "shows what it cannot publish",
            "the output",
            ShowsTooEarly::new),
        flaw(
            "showsNothingWhenItCannotPublish",
            "passes the reason on as it is when it cannot publish",
            "to match",
            MessageFlaws.Curt::new));
  }

  static final class Facts extends StagedDestinationContract {
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

  private static final class Hides extends PlainDestination {
    Hides(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public boolean holdsBack() {
      return false;
    }
  }

  private static final class ShowsAtCommit extends PlainDestination {
    ShowsAtCommit(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    void committed(List<String> rows) {
      shelf.output = Optional.of(rows);
    }
  }

  private static final class PublishesNothing extends PlainDestination {
    PublishesNothing(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public long publish() throws IOException {
      return attempt == null ? 0 : super.publish();
    }
  }

  private static final class ShowsTooEarly extends PlainDestination {
    ShowsTooEarly(FlawedOutputs shelf, Map<Moment, Failure> failures) {
      super(shelf, failures);
    }

    @Override
    public long publish() throws IOException {
      shelf.output = Optional.ofNullable(attempt);
      return super.publish();
    }
  }
}
