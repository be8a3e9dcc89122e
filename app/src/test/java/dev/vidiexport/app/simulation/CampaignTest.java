package dev.vidiexport.app.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.EveryCase;
import dev.vidiexport.domain.property.Property;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CampaignTest {
  @RegisterExtension private final EveryCase cases = new EveryCase();

  @Test
  void failsWhenAClassOfFaultWasNeverReached() {
    Campaign<Fault, PlantedBug> campaign = Campaign.ofEveryRun(Simulation.WORLD, 1);

    campaign.run(Optional.empty());

    assertThatThrownBy(campaign::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("never reached")
        .hasMessageContaining(campaign.missed().iterator().next().name());
  }

  @Test
  void wantsNoneOfThemFromOneScheduleAlone() {
    System.setProperty(Property.SEED, "1");
    Campaign<Fault, PlantedBug> campaign = Campaign.configured(Simulation.WORLD);

    campaign.run(Optional.empty());

    assertThatCode(campaign::check).doesNotThrowAnyException();
  }
}
