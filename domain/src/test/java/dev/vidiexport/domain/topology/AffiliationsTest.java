package dev.vidiexport.domain.topology;

import static dev.vidiexport.domain.topology.Samples.ENTRANCE;
import static dev.vidiexport.domain.topology.Samples.GARE;
import static dev.vidiexport.domain.topology.Samples.KIOSK;
import static dev.vidiexport.domain.topology.Samples.LOST;
import static dev.vidiexport.domain.topology.Samples.NAMELESS;
import static dev.vidiexport.domain.topology.Samples.NOWHERE;
import static dev.vidiexport.domain.topology.Samples.STREET;
import static dev.vidiexport.domain.topology.Samples.TOPOLOGY;
import static dev.vidiexport.domain.topology.Samples.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffiliationsTest {
  private final Affiliations affiliations = new Affiliations(TOPOLOGY, Samples.TAGGING);

  @Test
  void namesSitesAndNetworks() {
    assertThat(affiliations.siteOf(ENTRANCE)).contains("Gare du Nord");
    assertThat(affiliations.networkOf(ENTRANCE)).contains("Métro");
    assertThat(affiliations.networkOf(GARE)).contains("Métro");
    assertThat(affiliations.networkOf(STREET)).contains("Métro");
  }

  @Test
  void takesTheIdWhereThereIsNoLabel() {
    assertThat(affiliations.siteOf(WINDOW)).contains("202");
    assertThat(affiliations.networkOf(WINDOW)).contains("99");
    assertThat(affiliations.networkOf(LOST)).contains("99");
  }

  @Test
  void namesNothingWhereNothingIsKnown() {
    assertThat(affiliations.siteOf(NOWHERE)).isEmpty();
    assertThat(affiliations.networkOf(NOWHERE)).isEmpty();
    assertThat(affiliations.networkOf(NAMELESS)).isEmpty();
  }

  @Test
  void namesTags() {
    assertThat(affiliations.tagsOf(WINDOW)).containsExactly("Street/1");
    assertThat(affiliations.tagsOf(GARE)).containsExactly("north");
    assertThat(affiliations.tagsOf(ENTRANCE)).isEmpty();
    assertThat(affiliations.tagsOf(LOST)).isEmpty();
  }

  @Test
  void bearsTwoObjectsOfOneId() {
    Topology twice =
        new Topology(List.of(), List.of(GARE, GARE), List.of(KIOSK), List.of(), List.of());

    assertThat(new Affiliations(twice, Tagging.NONE).siteOf(KIOSK)).contains("Gare du Nord");
  }

  @Test
  void standsByItsIdsInOrder() {
    assertThat(TOPOLOGY.locations()).containsExactly(NOWHERE, ENTRANCE, KIOSK, WINDOW);
    assertThat(TOPOLOGY.sites()).containsExactly(GARE, LOST);
    assertThat(TOPOLOGY.isEmpty()).isFalse();
  }
}
