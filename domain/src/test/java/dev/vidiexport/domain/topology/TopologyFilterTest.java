package dev.vidiexport.domain.topology;

import static dev.vidiexport.domain.topology.SampleTopology.ENTRANCE;
import static dev.vidiexport.domain.topology.SampleTopology.GARE;
import static dev.vidiexport.domain.topology.SampleTopology.KIOSK;
import static dev.vidiexport.domain.topology.SampleTopology.LOST;
import static dev.vidiexport.domain.topology.SampleTopology.METRO;
import static dev.vidiexport.domain.topology.SampleTopology.NAMELESS;
import static dev.vidiexport.domain.topology.SampleTopology.NORTH;
import static dev.vidiexport.domain.topology.SampleTopology.NOWHERE;
import static dev.vidiexport.domain.topology.SampleTopology.STREET;
import static dev.vidiexport.domain.topology.SampleTopology.TOPOLOGY;
import static dev.vidiexport.domain.topology.SampleTopology.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyFilterTest {
  static Stream<Arguments> findings() {
    return Stream.of(
        found("105", ENTRANCE, KIOSK, WINDOW),
        found("9", NOWHERE, LOST, WINDOW),
        found("kiosk", KIOSK),
        found("KIOSK", KIOSK),
        found("gare du", ENTRANCE, KIOSK, GARE),
        found("métro", ENTRANCE, KIOSK, GARE, METRO, STREET, NORTH),
        found("ME\u0301TRO", ENTRANCE, KIOSK, GARE, METRO, STREET, NORTH),
        found("street/", WINDOW, STREET),
        found("north", GARE, NORTH),
        found("302", NAMELESS),
        found("xyz"));
  }

  private static Arguments found(String text, TopologyObject... objects) {
    return Arguments.of(text, List.of(objects));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void findsATextInIdsAndInLabelsOfWhatBelongsTogether(String text, List<TopologyObject> objects) {
    Topology found = filtered(text);

    assertThat(
            Stream.<List<? extends TopologyObject>>of(
                    found.networks(),
                    found.sites(),
                    found.locations(),
                    found.locationTags(),
                    found.siteTags())
                .<TopologyObject>flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(objects);
    assertThat(found.isEmpty()).isEqualTo(objects.isEmpty());
  }

  @Test
  void findsEverythingByATextThatIsInAllIds() {
    assertThat(filtered("")).isEqualTo(TOPOLOGY);
  }

  private static Topology filtered(String text) {
    return new TopologyFilter(text, new TopologyNames(TOPOLOGY, SampleTopology.TAGGING))
        .of(TOPOLOGY);
  }
}
