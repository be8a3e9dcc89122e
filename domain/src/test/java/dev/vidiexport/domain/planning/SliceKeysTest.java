package dev.vidiexport.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceKeysTest {
  @Test
  void areTheKeysThatWereAdded() {
    Property.holds(
        100,
        random -> {
          SliceKeys.Builder builder = new SliceKeys.Builder("audience");
          List<SliceKey> added = new ArrayList<>();
          TimeWindow window = TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 2, 28));
          for (int at = random.nextInt(200); at > 0; at--) {
            window = random.nextInt(3) == 0 ? window.next() : window;
            SourceSet sources = SourceSet.of(SourceKind.SITES, 1 + random.nextInt(9));
            builder.add(window, sources);
            added.add(new SliceKey("audience", window, sources));
          }

          List<SliceKey> keys = builder.build();

          assertThat(keys).isEqualTo(added);
        });
  }

  @Test
  void cannotBeChanged() {
    List<SliceKey> keys = new SliceKeys.Builder("audience").build();

    assertThat(keys).isEmpty();
    assertThatThrownBy(() -> keys.add(0, null)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> keys.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
