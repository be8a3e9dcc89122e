package dev.vidiexport.app.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.simulation.Campaign;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of histories of whole syncs in simulated worlds, each decided by its seed. How many,
 * {@code -Dsimulation.schedules} says.
 */
class SimulatedHistoryTest {
  private static final int FEW = 50;

  @Tag("sampled")
  @Test
  void keepsEveryPromiseUnderEveryFault() {
    Campaign<HistoryFault, HistoryBug> campaign = Campaign.configured(SimulatedHistory.WORLD);

    campaign.run(Optional.empty());

    System.out.println(campaign.report());
    campaign.check();
  }

  @Test
  void tellsTheSameStoryOfASeedEachTime() {
    String stories = stories();

    assertThat(stories).contains("hourly").isEqualTo(stories());
  }

  private static String stories() {
    StringBuilder stories = new StringBuilder();
    LongStream.rangeClosed(1, FEW)
        .mapToObj(seed -> SimulatedHistory.WORLD.simulated().run(seed, Optional.empty()))
        .forEach(result -> stories.append(result).append('\n'));
    return stories.toString();
  }
}
