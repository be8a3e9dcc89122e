package dev.vidiexport.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a simulation is worth: bugs that somebody could make are found by it. */
class PlantedBugsTest {
  @ParameterizedTest
  @EnumSource
  void isFoundWithinTheSchedulesOfEveryRun(PlantedBug bug) {
    Campaign<Fault, PlantedBug> campaign =
        Campaign.ofEveryRun(Simulation.WORLD, Simulation.WORLD.everyRun());

    campaign.run(Optional.of(bug));

    assertThat(campaign.failures())
        .anySatisfy(failure -> assertThat(failure).contains(bug.symptom()));
    System.out.println(bug + " is found by seed " + campaign.firstFailed());
  }
}
