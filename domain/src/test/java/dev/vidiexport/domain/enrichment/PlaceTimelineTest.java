package dev.vidiexport.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What places were at a moment, by what was seen of them. */
class PlaceTimelineTest {
  private static final Instant FIRST = Instant.parse("2024-03-01T06:00:00Z");
  private static final Instant LATER = Instant.parse("2024-03-05T06:00:00Z");
  private static final Instant LAST = Instant.parse("2024-03-09T06:00:00Z");

  private final PlaceTimeline timeline = new PlaceTimeline();

  @BeforeEach
  void see() {
    see(FIRST, SeenKind.NETWORK, "11", "Metro", null);
    see(FIRST, SeenKind.SITE, "201", "Gare", "11");
    see(FIRST, SeenKind.SITE, "202", "Mall", null);
    see(FIRST, SeenKind.LOCATION, "1", "Door", "201");
    see(FIRST, SeenKind.LOCATION_TAGGING, "1", null, null, "A", "b");
  }

  private void see(
      Instant at,
      SeenKind kind,
      String id,
      @Nullable String label,
      @Nullable String parent,
      String... tags) {
    timeline.add(
        new SeenObject(
            at,
            kind,
            new Id(id),
            Optional.ofNullable(label),
            Optional.ofNullable(parent).map(Id::new),
            List.of(tags)));
  }

  /** Names and tags of a location: its label, site, network, and tags. */
  private String row(long location, Instant moment) {
    RequestedAdditions additions =
        new RequestedAdditions(
            Set.of(Addition.NAMES, Addition.TAGS),
            BaseKeys.of(
                DataCatalogue.documented(), "viewers", TimeResolution.ONE_HOUR, false, false),
            PlaceZones.NONE);
    Map<String, List<String>> added =
        new EnrichedTable()
            .column("location_id", ColumnType.WHOLE)
            .row(String.valueOf(location))
            .with(additions.enrichment(timeline.before(moment, PlaceZones.NONE)));
    return Stream.of("location_label", "site_id", "site_label", "network_label", "location_tags")
        .map(name -> added.get(name).get(0).replace("\"", ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void areWhatWasSeenFirstAtAllMomentsBefore() {
    assertThat(row(1, Instant.EPOCH)).isEqualTo("Door 201 Gare Metro A; b");
    assertThat(row(1, FIRST)).isEqualTo("Door 201 Gare Metro A; b");
  }

  @Test
  void areWhatWasSeenLastBeforeAMoment() {
    see(LATER, SeenKind.LOCATION, "1", "Gate", "202");
    see(LATER, SeenKind.LOCATION_TAGGING, "1", null, null);
    see(LAST, SeenKind.SITE, "202", "Plaza", "11");

    assertThat(row(1, LATER)).isEqualTo("Door 201 Gare Metro A; b");
    assertThat(row(1, LATER.plusSeconds(1))).startsWith("Gate 202 Mall null ");
    assertThat(row(1, LAST)).startsWith("Gate 202 Mall null ");
    assertThat(row(1, LAST.plusSeconds(1))).startsWith("Gate 202 Plaza Metro ");
  }

  /** What came late is called what it was called when it came. */
  @Test
  void areThereBeforeTheyWereSeen() {
    see(LATER, SeenKind.LOCATION, "2", "New", "201");

    assertThat(row(2, FIRST.plusSeconds(1))).startsWith("New 201 Gare Metro ");
  }

  @Test
  void areNothingWhereNothingWasSeen() {
    assertThat(row(3, LAST)).isEqualTo("null null null null null");
  }

  @Test
  void countMomentsAtWhichSomethingChanged() {
    see(LATER, SeenKind.LOCATION, "1", "Gate", "202");
    see(LATER, SeenKind.SITE, "202", "Plaza", "11");

    assertThat(timeline.changesBefore(FIRST)).isZero();
    assertThat(timeline.changesBefore(FIRST.plusSeconds(1))).isEqualTo(1);
    assertThat(timeline.changesBefore(LATER)).isEqualTo(1);
    assertThat(timeline.changesBefore(LAST)).isEqualTo(2);
  }
}
