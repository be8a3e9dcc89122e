package dev.vidiexport.domain.port;

import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} keeps of what there was at VidiCenter. */
public abstract class LedgerTopologyContract {
  private static final Id LOCATION = new Id("1056");
  private static final Id SITE = new Id("123456789012345678901234567890");
  private static final Id NETWORK = new Id("1");
  private static final Id TAG = new Id("-3");
  private static final Instant LATER = NOON.plusSeconds(1);
  private static final Instant LAST = NOON.plusSeconds(2);

  private Ledger ledger;

  /** Opens the ledger of this test: an empty one first, later the same with what was noted. */
  protected abstract Ledger open();

  @BeforeEach
  void begin() {
    ledger = open();
  }

  @AfterEach
  void end() {
    ledger.close();
  }

  private void openAgain() {
    ledger.close();
    ledger = open();
  }

  @Test
  void hasSeenNothingAtFirst() {
    assertThat(changes()).isEmpty();
    assertThat(absences()).isEmpty();
  }

  @Test
  void showsWhatThereIsOfEveryKind() {
    Network network =
        new Network(NETWORK, Optional.empty(), Optional.empty(), "{\"id\":1,\"label\":\"\"}");
    Site site =
        new Site(
            SITE,
            Optional.of(NETWORK),
            Optional.of("Mall"),
            Optional.empty(),
            "{\"id\":%s,\"label\":\"Mall\",\"network_id\":1}".formatted(SITE));
    Tag tag =
        new Tag(
            TAG,
            Optional.of(NETWORK),
            Optional.of("Über \u0001"),
            "{\"id\":-3,\"label\":\"\u00dcber \\u0001\",\"network_id\":1}");
    Tag other = new Tag(TAG, Optional.empty(), Optional.of("7"), "{\"id\":-3,\"label\":7}");

    ledger.noteTopology(
        new Topology(
            List.of(network),
            List.of(site),
            List.of(location("Entrance", "1")),
            List.of(tag),
            List.of(other)),
        NOON.plusMillis(999));
    openAgain();

    assertThat(changes())
        .containsExactlyInAnyOrder(
            seen(NOON, SeenKind.NETWORK, NETWORK, Optional.empty(), Optional.empty()),
            seen(NOON, SeenKind.SITE, SITE, Optional.of("Mall"), Optional.of(NETWORK)),
            seen(NOON, SeenKind.LOCATION, LOCATION, Optional.of("Entrance"), Optional.of(SITE)),
            seen(
                NOON, SeenKind.LOCATION_TAG, TAG, Optional.of("Über \u0001"), Optional.of(NETWORK)),
            seen(NOON, SeenKind.SITE_TAG, TAG, Optional.of("7"), Optional.empty()));
  }

  @Test
  void showsAllNamesOfAnObjectInTheirOrder() {
    see(NOON, location("Entrance", "1"));
    see(LATER, location("Exit", "1"));
    see(LAST, location("Entrance", "1"));

    assertThat(changes())
        .containsExactly(named(NOON, "Entrance"), named(LATER, "Exit"), named(LAST, "Entrance"));
  }

  @Test
  void takesAnUploadForNoChange() {
    see(NOON, location("Entrance", "1"));
    see(LATER, location("Entrance", "2"));

    assertThat(changes()).containsExactly(named(NOON, "Entrance"));
  }

  @Test
  void showsWhatIsGone() {
    see(NOON, location("Entrance", "1"));
    see(LATER);

    assertThat(changes()).containsExactly(named(NOON, "Entrance"));
    assertThat(absences())
        .containsExactly(new Absence(SeenKind.LOCATION, LOCATION, LATER, Optional.empty()));
  }

  @Test
  void tellsWhenSomethingWasGoneAndCameBackAsItWas() {
    see(NOON, location("Entrance", "1"));
    see(LATER);
    see(LAST);
    see(LAST.plusSeconds(1), location("Entrance", "1"));
    see(LAST.plusSeconds(2));
    openAgain();

    assertThat(changes()).containsExactly(named(NOON, "Entrance"));
    assertThat(absences())
        .containsExactly(
            new Absence(SeenKind.LOCATION, LOCATION, LATER, Optional.of(LAST.plusSeconds(1))),
            new Absence(SeenKind.LOCATION, LOCATION, LAST.plusSeconds(2), Optional.empty()));
  }

  @Test
  void showsWhichTagsThereAreWhenTheyChange() {
    ledger.noteTagging(tags(List.of("New", "Ü \"1\"", "New"), List.of("Mall")), NOON);
    ledger.noteTagging(tags(List.of("Ü \"1\"", "New"), List.of("Mall")), LATER);
    ledger.noteTagging(tags(List.of("New"), List.of("Mall")), LAST.plusMillis(1));
    openAgain();

    assertThat(changes())
        .containsExactlyInAnyOrder(
            tagged(NOON, SeenKind.LOCATION_TAGGING, LOCATION, "New", "Ü \"1\""),
            tagged(NOON, SeenKind.SITE_TAGGING, SITE, "Mall"),
            tagged(LAST, SeenKind.LOCATION_TAGGING, LOCATION, "New"));
  }

  @Test
  void tellsOnceThatAllTagsWereLost() {
    ledger.noteTagging(tags(List.of("New"), List.of()), NOON);
    ledger.noteTagging(TagAssignments.NONE, LATER);
    ledger.noteTagging(tags(List.of(), List.of()), LAST);

    assertThat(changes())
        .containsExactly(
            tagged(NOON, SeenKind.LOCATION_TAGGING, LOCATION, "New"),
            tagged(LATER, SeenKind.LOCATION_TAGGING, LOCATION));
  }

  @Test
  void takesNoTagForLostOfWhichNobodyTells() {
    ledger.noteTagging(tags(List.of("New", "Old"), List.of()), NOON);
    ledger.noteTagging(new TagAssignments(Map.of(), Map.of(), List.of("New", "Old")), LATER);
    ledger.noteTagging(new TagAssignments(Map.of(), Map.of(), List.of("New")), LAST);

    assertThat(changes())
        .containsExactly(
            tagged(NOON, SeenKind.LOCATION_TAGGING, LOCATION, "New", "Old"),
            tagged(LAST, SeenKind.LOCATION_TAGGING, LOCATION, "New"));
  }

  @Test
  void leavesWhatThereIsAsItWasWhenTagsAreNoted() {
    see(NOON, location("Entrance", "1"));
    ledger.noteTagging(tags(List.of("New"), List.of()), LATER);
    see(LAST, location("Entrance", "1"));

    assertThat(changes())
        .containsExactly(
            named(NOON, "Entrance"), tagged(LATER, SeenKind.LOCATION_TAGGING, LOCATION, "New"));
    assertThat(absences()).isEmpty();
    assertThat(ledger.topology().orElseThrow().locations()).hasSize(1);
  }

  private void see(Instant at, Location... locations) {
    ledger.noteTopology(
        new Topology(List.of(), List.of(), List.of(locations), List.of(), List.of()), at);
  }

  private static Location location(String label, String lastUpload) {
    return new Location(
        LOCATION,
        Optional.of(SITE),
        Optional.of(label),
        Optional.empty(),
        Optional.of(lastUpload),
        Optional.empty(),
        Optional.empty(),
        "{\"last_upload_timestamp\":\"%s\",\"id\":%s,\"label\":\"%s\",\"site_id\":%s}"
            .formatted(lastUpload, LOCATION, label, SITE));
  }

  private static TagAssignments tags(List<String> ofLocation, List<String> ofSite) {
    return new TagAssignments(Map.of(LOCATION, ofLocation), Map.of(SITE, ofSite), List.of());
  }

  private static SeenObject seen(
      Instant at, SeenKind kind, Id id, Optional<String> label, Optional<Id> parent) {
    return new SeenObject(at, kind, id, label, parent, List.of());
  }

  private static SeenObject named(Instant at, String label) {
    return seen(at, SeenKind.LOCATION, LOCATION, Optional.of(label), Optional.of(SITE));
  }

  private static SeenObject tagged(Instant at, SeenKind kind, Id id, String... labels) {
    return new SeenObject(at, kind, id, Optional.empty(), Optional.empty(), List.of(labels));
  }

  private List<SeenObject> changes() {
    List<SeenObject> changes = new ArrayList<>();
    ledger.topologyChanges(changes::add);
    return changes;
  }

  private List<Absence> absences() {
    List<Absence> absences = new ArrayList<>();
    ledger.absences(absences::add);
    return absences;
  }
}
