package dev.vidiexport.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampledShareTest {
  @Test
  void isSomeInEveryBuild() {
    assertThat(SampledShare.of("some", "all", false)).isEqualTo("some");
    assertThat(SampledShare.everyNth(3, List.of(0, 1, 2, 3, 4, 5, 6, 7), false))
        .containsExactly(0, 3, 6);
    assertThat(SampledShare.everyNth(3, List.of(0), false)).containsExactly(0);
  }

  @Test
  void isAllInTheThoroughBuild() {
    assertThat(SampledShare.of("some", "all", true)).isEqualTo("all");
    assertThat(SampledShare.everyNth(3, List.of(0, 1, 2, 3), true)).containsExactly(0, 1, 2, 3);
  }
}
