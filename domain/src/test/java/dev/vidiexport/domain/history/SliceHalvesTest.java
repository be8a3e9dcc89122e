package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SliceHalvesTest {
  private static final TimeWindow DAY =
      TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 2, 29));

  @Test
  void keepAllSourcesInTheirOrder() {
    Property.holds(
        200,
        random -> {
          long[] ids = random.longs(2 + random.nextInt(40), 1, Long.MAX_VALUE).toArray();
          SliceKey whole = new SliceKey("viewers", DAY, SourceSet.of(SourceKind.SITES, ids));

          SliceHalves halves = SliceHalves.of(whole);

          assertThat(
                  LongStream.concat(
                      halves.first().sources().ids(), halves.second().sources().ids()))
              .containsExactly(whole.sources().ids().boxed().toArray(Long[]::new));
          assertThat(halves.first().sources().size() - halves.second().sources().size())
              .isBetween(0, 1);
          assertThat(halves.second().window()).isEqualTo(DAY);
          assertThat(halves.second().export()).isEqualTo("viewers");
          assertThat(halves.second().sources().kind()).isEqualTo(SourceKind.SITES);
        });
  }

  @Test
  void areNotToBeHadOfOneSource() {
    SliceKey whole = new SliceKey("viewers", DAY, SourceSet.of(SourceKind.LOCATIONS, 7));

    assertThatThrownBy(() -> SliceHalves.of(whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A slice of one source has no halves: locations=7");
  }
}
