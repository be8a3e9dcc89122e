package dev.vidiexport.app.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.simulation.Campaign;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a simulation of histories is worth: bugs that somebody could make are found by it. */
class HistoryBugsTest {
  @ParameterizedTest
  @EnumSource
  void isFoundWithinTheSchedulesOfEveryRun(HistoryBug bug) {
    Campaign<HistoryFault, HistoryBug> campaign =
        Campaign.ofEveryRun(SimulatedHistory.WORLD, SimulatedHistory.WORLD.everyRun());

    campaign.run(Optional.of(bug));

    assertThat(campaign.failures())
        .anySatisfy(failure -> assertThat(failure).contains(bug.symptom()));
    System.out.println(bug + " is found by seed " + campaign.firstFailed());
  }
}
