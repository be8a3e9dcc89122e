package dev.vidiexport.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstSlicesTest {
  @Test
  void areTheBeginningOfAllInOrder() {
    Property.holds(
        300,
        random -> {
          PlanOrder order = PlanOrder.values()[random.nextInt(2)];
          int most = 1 + random.nextInt(20);
          FirstSlices known = new FirstSlices(order, most);
          FirstSlices missing = new FirstSlices(order, most);
          List<PlannedSlice> all = new ArrayList<>();
          fill(known, all, random, 1);
          fill(missing, all, random, 2);

          List<PlannedSlice> first = known.firstWith(missing);

          assertThat(known.count() + missing.count()).isEqualTo(all.size());
          assertThat(first)
              .isEqualTo(all.stream().sorted(SliceOrder.withinExport(order)).limit(most).toList());
        });
  }

  private static void fill(
      FirstSlices slices, List<PlannedSlice> all, Random random, long firstId) {
    TimeWindow window = TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 2, 20));
    long id = firstId;
    for (int at = random.nextInt(80); at > 0; at--) {
      if (random.nextInt(4) == 0) {
        window = window.next();
        id = firstId;
      }
      SlicePurpose purpose = random.nextInt(5) == 0 ? SlicePurpose.RESUMED : SlicePurpose.MISSING;
      PlannedSlice slice =
          new PlannedSlice(
              new SliceKey("audience", window, SourceSet.of(SourceKind.LOCATIONS, id)),
              purpose,
              Optional.empty(),
              false);
      slices.add(slice);
      all.add(slice);
      id += 2;
    }
  }
}
