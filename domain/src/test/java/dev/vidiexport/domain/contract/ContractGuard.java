package dev.vidiexport.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Guards a contract: it passes what is right, and each of its facts finds something that is wrong.
 *
 * @param <T> what the contract is about
 */
public abstract class ContractGuard<T> {
  private static Supplier<?> underTest = () -> "nothing";
  private static boolean judgesFlaw;

  private final Class<?> contract;
  private final Supplier<T> right;
  private final List<Flaw<T>> flaws;

  /**
   * A guard of a contract.
   *
   * @param contract extended once, for what {@link #underTest} gives
   * @param right makes what has no flaw
   * @param flaws at least one for each fact
   */
  protected ContractGuard(Class<?> contract, Supplier<T> right, List<Flaw<T>> flaws) {
    this.contract = contract;
    this.right = right;
    this.flaws = flaws;
  }

  /** What the contract is to judge now, another one each time. */
  protected static <T> T underTest(Class<T> type) {
    return type.cast(underTest.get());
  }

  /** Whether that has a flaw. */
  protected static boolean judgesFlaw() {
    return judgesFlaw;
  }

  @Test
  void passesWhatIsRight() {
    underTest = right;
    judgesFlaw = false;

    ContractRun run = ContractRun.ofAll(contract);

    assertThat(run.complaints()).isEmpty();
    assertThat(run.held()).isGreaterThanOrEqualTo(ContractRun.facts(contract).size());
  }

  @TestFactory
  Stream<DynamicTest> failsWhat() {
    return flaws.stream().map(flaw -> dynamicTest(flaw.wrong(), () -> assertThatItIsFound(flaw)));
  }

  private void assertThatItIsFound(Flaw<T> flaw) {
    underTest = flaw.made();
    judgesFlaw = true;

    ContractRun run = ContractRun.ofOne(contract, flaw.fact());

    assertThat(run.complaints()).as("what %s says", flaw.fact()).contains(flaw.said());
  }

  @Test
  void hasNoFactThatFindsNothing() {
    assertThat(flaws)
        .extracting(Flaw::fact)
        .containsAll(
            ContractRun.facts(contract).stream()
                .filter(fact -> !isGuardedElsewhere(fact))
                .map(Method::getName)
                .toList());
  }

  /** Whether another guard has the flaws that a fact finds. */
  protected boolean isGuardedElsewhere(Method fact) {
    return false;
  }
}
