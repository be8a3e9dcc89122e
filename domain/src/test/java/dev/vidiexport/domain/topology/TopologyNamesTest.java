package dev.vidiexport.domain.topology;

import static dev.vidiexport.domain.topology.SampleTopology.ENTRANCE;
import static dev.vidiexport.domain.topology.SampleTopology.GARE;
import static dev.vidiexport.domain.topology.SampleTopology.KIOSK;
import static dev.vidiexport.domain.topology.SampleTopology.LOST;
import static dev.vidiexport.domain.topology.SampleTopology.NAMELESS;
import static dev.vidiexport.domain.topology.SampleTopology.NOWHERE;
import static dev.vidiexport.domain.topology.SampleTopology.STREET;
import static dev.vidiexport.domain.topology.SampleTopology.TOPOLOGY;
import static dev.vidiexport.domain.topology.SampleTopology.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyNamesTest {
  private final TopologyNames topologyNames = new TopologyNames(TOPOLOGY, SampleTopology.TAGGING);

  @Test
  void namesSitesAndNetworks() {
    assertThat(topologyNames.siteOf(ENTRANCE)).contains("Gare du Nord");
    assertThat(topologyNames.networkOf(ENTRANCE)).contains("Métro");
    assertThat(topologyNames.networkOf(GARE)).contains("Métro");
    assertThat(topologyNames.networkOf(STREET)).contains("Métro");
  }

  @Test
  void takesTheIdWhereThereIsNoLabel() {
    assertThat(topologyNames.siteOf(WINDOW)).contains("202");
    assertThat(topologyNames.networkOf(WINDOW)).contains("99");
    assertThat(topologyNames.networkOf(LOST)).contains("99");
  }

  @Test
  void namesNothingWhereNothingIsKnown() {
    assertThat(topologyNames.siteOf(NOWHERE)).isEmpty();
    assertThat(topologyNames.networkOf(NOWHERE)).isEmpty();
    assertThat(topologyNames.networkOf(NAMELESS)).isEmpty();
  }

  @Test
  void namesTags() {
    assertThat(topologyNames.tagsOf(WINDOW)).containsExactly("Street/1");
    assertThat(topologyNames.tagsOf(GARE)).containsExactly("north");
    assertThat(topologyNames.tagsOf(ENTRANCE)).isEmpty();
    assertThat(topologyNames.tagsOf(LOST)).isEmpty();
  }

  @Test
  void bearsTwoObjectsOfOneId() {
    Topology twice =
        new Topology(List.of(), List.of(GARE, GARE), List.of(KIOSK), List.of(), List.of());

    assertThat(new TopologyNames(twice, TagAssignments.NONE).siteOf(KIOSK))
        .contains("Gare du Nord");
  }

  @Test
  void standsByItsIdsInOrder() {
    assertThat(TOPOLOGY.locations()).containsExactly(NOWHERE, ENTRANCE, KIOSK, WINDOW);
    assertThat(TOPOLOGY.sites()).containsExactly(GARE, LOST);
    assertThat(TOPOLOGY.isEmpty()).isFalse();
  }
}
