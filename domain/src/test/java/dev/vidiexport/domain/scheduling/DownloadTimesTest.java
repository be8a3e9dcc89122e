package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DownloadTimesTest {
  private final DownloadTimes times = new DownloadTimes(Duration.ofSeconds(2));

  @Test
  void assumesWhatItIsTold() {
    assertThat(times.mean()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void learnsATenthOfWhatIsNew() {
    times.add(Duration.ofSeconds(12));
    assertThat(times.mean()).isEqualTo(Duration.ofSeconds(3));
    times.add(Duration.ZERO);
    assertThat(times.mean()).isEqualTo(Duration.ofMillis(2_700));
  }
}
