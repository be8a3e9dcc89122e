package dev.vidiexport.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of runs of the shipped program in simulated worlds, each decided by its seed. How many,
 * {@code -Dsimulation.schedules} says.
 */
class SimulationTest {
  private static final int FEW = 200;

  @Tag("sampled")
  @Test
  void keepsEveryPromiseUnderEveryFault() {
    Campaign<Fault, PlantedBug> campaign = Campaign.configured(Simulation.WORLD);

    campaign.run(Optional.empty());

    System.out.println(campaign.report());
    campaign.check();
  }

  @Test
  void tellsTheSameStoryOfASeedEachTime() {
    String stories = stories();

    assertThat(stories).contains("number=2").isEqualTo(stories());
  }

  private static String stories() {
    StringBuilder stories = new StringBuilder();
    LongStream.rangeClosed(1, FEW)
        .forEach(seed -> stories.append(Simulation.of(seed, Optional.empty())).append('\n'));
    return stories.toString();
  }
}
