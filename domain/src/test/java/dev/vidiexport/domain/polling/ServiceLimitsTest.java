package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceLimitsTest {
  @Test
  void areThoseOfTheDocumentation() {
    assertThat(ServiceLimits.documented())
        .isEqualTo(new ServiceLimits(50, Duration.ofSeconds(60), 2, 3));
  }

  @Test
  void refuseAWindowWithoutLength() {
    assertThatThrownBy(() -> new ServiceLimits(50, Duration.ZERO, 2, 3))
        .hasMessage("rateWindow must be positive, but was PT0S");
  }

  @Test
  void refuseToAllowNothing() {
    assertThatThrownBy(() -> new ServiceLimits(0, Duration.ofMinutes(1), 2, 3))
        .hasMessage("calls must be at least 1, but was 0");
    assertThatThrownBy(() -> new ServiceLimits(1, Duration.ofMinutes(1), 0, 3))
        .hasMessage("connections must be at least 1, but was 0");
    assertThatThrownBy(() -> new ServiceLimits(1, Duration.ofMinutes(1), 2, -1))
        .hasMessage("exports must be at least 1, but was -1");
  }

  @Test
  void allowOneOfEach() {
    assertThat(new ServiceLimits(1, Duration.ofNanos(1), 1, 1).calls()).isOne();
  }
}
