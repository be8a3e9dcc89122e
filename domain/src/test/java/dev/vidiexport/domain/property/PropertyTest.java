package dev.vidiexport.domain.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {
  @Test
  void namesTheSeedOfTheCaseThatFails() {
    List<Integer> drawn = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Property.holds(
                    100,
                    random -> {
                      drawn.add(random.nextInt(10));
                      assertThat(drawn).hasSizeLessThan(3);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dproperty.seed=20160431");
  }

  @Test
  void drawsTheSameCasesEveryTime() {
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();

    Property.holds(20, random -> first.add(random.nextLong()));
    Property.holds(20, random -> second.add(random.nextLong()));

    assertThat(first).isEqualTo(second).doesNotHaveDuplicates().hasSize(20);
  }
}
