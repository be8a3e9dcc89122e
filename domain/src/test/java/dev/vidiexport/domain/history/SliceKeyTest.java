package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.spi.Slice;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SliceKeyTest {
  private static final SliceKey KEY =
      new SliceKey(
          "viewers_hourly",
          new TimeWindow(WindowLength.DAY, LocalDate.of(2024, 1, 1)),
          SourceSet.of(SourceKind.LOCATIONS, 1056, 1057));

  @Test
  void namesItsRowsByExportWindowAndSources() {
    assertThat(KEY.id()).isEqualTo("viewers_hourly/2024-01-01/%s", KEY.sources().fileDigits());
    assertThat(new Slice(KEY.id()).id()).isEqualTo(KEY.id());
  }

  @Test
  void namesItsFileByTheSame() {
    assertThat(KEY.file("csv"))
        .isEqualTo(
            "viewers_hourly/date=2024-01-01/viewers_hourly-2024-01-01-%s.csv",
            KEY.sources().fileDigits());
  }
}
