package dev.vidiexport.domain.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a failed case tells, and that it can be run again by what it tells; for every kind of run of
 * tests.
 */
public abstract class PropertyContract {
  private static final int CASES = 100;
  private static final Pattern OPTION = Pattern.compile("-D([a-z.]+)=(-?[0-9]+)");

  @RegisterExtension private final EveryCase cases = new EveryCase();

  private final List<Long> drawn = new ArrayList<>();

  private void draw() {
    Property.holds(CASES, random -> drawn.add(random.nextLong()));
  }

  private void assertThatLessAreDrawnThan(int most) {
    Property.holds(
        CASES,
        random -> {
          drawn.add(random.nextLong());
          assertThat(drawn).hasSizeLessThan(most);
        });
  }

  @Test
  void namesTheSeedOfTheCaseThatFails() {
    assertThatThrownBy(() -> assertThatLessAreDrawnThan(3))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Does not hold for the case of -Dproperty.seed=20160431: ");
  }

  @Test
  void namesItWhateverIsThrown() {
    StackOverflowError overflow = new StackOverflowError();

    assertThatThrownBy(
            () ->
                Property.holds(
                    1,
                    random -> {
                      throw overflow;
                    }))
        .hasMessageContaining("-Dproperty.seed=20160429")
        .hasCause(overflow);
  }

  @Test
  void runsTheCaseAgainThatAFailureNames() {
    Throwable failure = catchThrowable(() -> assertThatLessAreDrawnThan(50));
    long ofTheFailure = drawn.get(drawn.size() - 1);
    drawn.clear();

    choose(failure);
    draw();

    assertThat(drawn).containsExactly(ofTheFailure);
  }

  /** As Maven does with an option of its command line. */
  private static void choose(Throwable failure) {
    Matcher option = OPTION.matcher(String.valueOf(failure.getMessage()));
    assertThat(option.find()).as("an option in %s", failure.getMessage()).isTrue();
    System.setProperty(option.group(1), option.group(2));
  }

  @Test
  void refusesASeedThatIsNoNumber() {
    System.setProperty(Property.SEED, "4711 ");

    assertThatThrownBy(this::draw).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void checksNothingOfAllCasesWhenOneIsChosen() {
    Property.ofAll(() -> drawn.add(0L));
    System.setProperty(Property.SEED, "4711");
    Property.ofAll(() -> drawn.add(1L));

    assertThat(drawn).containsExactly(0L);
  }

  @Test
  void drawsTheSameCasesEveryTime() {
    draw();
    draw();

    assertThat(drawn.subList(0, CASES))
        .isEqualTo(drawn.subList(CASES, 2 * CASES))
        .doesNotHaveDuplicates();
  }

  @Test
  void drawsOtherCasesFromAnotherFirstSeed() {
    draw();
    System.setProperty(Property.FIRST, "-7");
    draw();

    assertThat(drawn).hasSize(2 * CASES).doesNotHaveDuplicates();
  }

  @Test
  void drawsUnlikeNumbersFromNeighbouringSeeds() {
    List<Integer> digits = new ArrayList<>();

    Property.holds(CASES, random -> digits.add(random.nextInt(10)));

    assertThat(digits).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }
}
