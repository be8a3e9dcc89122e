package dev.vidiexport.domain.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Every object has an output of its own; those that a test makes are looked at together. */
class InMemoryDestinationTest {
  private final List<InMemoryDestination> made = new ArrayList<>();

  private InMemoryDestination make() {
    InMemoryDestination destination = new InMemoryDestination();
    made.add(destination);
    return destination;
  }

  private Optional<List<String>> output() {
    return made.stream()
        .flatMap(destination -> destination.published().stream())
        .findFirst()
        .map(
            output ->
                output.rows().stream()
                    .map(row -> row.get(0))
                    .map(quoted -> quoted.substring(1, quoted.length() - 1))
                    .toList());
  }

  private List<String> leftovers() {
    return made.stream()
        .filter(InMemoryDestination::isStaged)
        .map(destination -> "an attempt")
        .toList();
  }

  /** It tells what it is told to, as a step's event says it. */
  private static InMemoryDestination.Event inSentences(DestinationContract.Failure failure) {
    return () -> {
      try {
        failure.happen();
      } catch (IOException reason) {
        throw new IOException("Cannot write memory: " + reason.getMessage() + ".", reason);
      }
    };
  }

  private static InMemoryDestination.Step step(DestinationContract.Moment moment) {
    return InMemoryDestination.Step.valueOf(moment.name());
  }

  @Nested
  class WhenStaged extends StagedDestinationContract {
    @Override
    protected Destination destination() {
      return make();
    }

    @Override
    protected Destination failing(Moment moment, Failure failure) {
      return make().when(step(moment), inSentences(failure));
    }

    @Override
    protected Optional<List<String>> output() {
      return InMemoryDestinationTest.this.output();
    }

    @Override
    protected long outputBytes() {
      return InMemoryDestination.BYTES_OF_A_ROW * output().orElseThrow().size();
    }

    @Override
    protected List<String> leftovers() {
      return InMemoryDestinationTest.this.leftovers();
    }

    @Override
    protected boolean isReserved() {
      return false;
    }
  }

  @Nested
  class WhenCommitted extends CommittedDestinationContract {
    @Override
    protected Destination destination() {
      return make().committingElsewhere();
    }

    @Override
    protected Destination failing(Moment moment, Failure failure) {
      return make().committingElsewhere().when(step(moment), inSentences(failure));
    }

    @Override
    protected Optional<List<String>> output() {
      return InMemoryDestinationTest.this.output();
    }

    @Override
    protected long outputBytes() {
      return InMemoryDestination.BYTES_OF_A_ROW * output().orElseThrow().size();
    }

    @Override
    protected List<String> leftovers() {
      return InMemoryDestinationTest.this.leftovers();
    }

    @Override
    protected boolean isReserved() {
      return false;
    }
  }
}
