package dev.vidiexport.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Topology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier versions noted of names, which had them in the JSON alone. */
class OlderTopologyTest {
  private static final String NUMBER = "123456789012345678901234567890";

  @TempDir private Path target;

  private void seen(String kind, String id, String json) throws Exception {
    OtherSqlite.query(
        LedgerPlace.inFolder(target).ledger(),
        "INSERT INTO topology_change (seen_at, kind, id, json) VALUES (5, '%s', %s, '%s')"
            .formatted(kind, id, json));
  }

  @Test
  void isTakenOutOfTheJson() throws Exception {
    TestLedgers.impatient(new LedgerSchema(LedgerSchema.ofThisProgram().steps().subList(0, 2)))
        .open(LedgerPlace.inFolder(target))
        .close();
    seen("location", "7", "{\"label\":\"\\u00dcber\",\"site_id\":%s}".formatted(NUMBER));
    seen("site", "'%s'".formatted(NUMBER), "{\"label\":12.50,\"network_id\":\"1.0\"}");
    seen("network", "1", "{\"label\":\"\",\"network_id\":null}");
    seen("site_tag", "2", "{\"label\":null,\"network_id\":[3]}");
    seen("location_tag", "3", "no JSON");

    List<SeenObject> changes = new ArrayList<>();
    try (Ledger ledger = TestLedgers.impatient().open(LedgerPlace.inFolder(target))) {
      ledger.topologyChanges(changes::add);
    }

    Id large = new Id(NUMBER);
    assertThat(changes)
        .containsExactly(
            seen(SeenKind.LOCATION, new Id("7"), Optional.of("Über"), Optional.of(large)),
            seen(SeenKind.SITE, large, Optional.of("12.50"), Optional.of(new Id("1"))),
            seen(SeenKind.NETWORK, new Id("1"), Optional.empty(), Optional.empty()),
            seen(SeenKind.SITE_TAG, new Id("2"), Optional.empty(), Optional.empty()),
            seen(SeenKind.LOCATION_TAG, new Id("3"), Optional.empty(), Optional.empty()));
  }

  private static SeenObject seen(
      SeenKind kind, Id id, Optional<String> label, Optional<Id> parent) {
    return new SeenObject(Instant.ofEpochSecond(5), kind, id, label, parent, List.of());
  }

  @Test
  void tellsSinceWhenObjectsAreGone() throws Exception {
    TestLedgers.impatient(new LedgerSchema(LedgerSchema.ofThisProgram().steps().subList(0, 2)))
        .open(LedgerPlace.inFolder(target))
        .close();
    OtherSqlite.query(
        LedgerPlace.inFolder(target).ledger(),
        "INSERT INTO topology_object (kind, id, json, lasting, gone_at)"
            + " VALUES ('site', 1, '{}', x'00', 9), ('site', 2, '{}', x'00', NULL)");

    List<Absence> absences = new ArrayList<>();
    try (Ledger ledger = TestLedgers.impatient().open(LedgerPlace.inFolder(target))) {
      ledger.noteTopology(Topology.EMPTY, Instant.ofEpochSecond(10));
      ledger.absences(absences::add);
    }

    assertThat(absences)
        .containsExactly(
            new Absence(SeenKind.SITE, new Id("1"), Instant.ofEpochSecond(9), Optional.empty()),
            new Absence(SeenKind.SITE, new Id("2"), Instant.ofEpochSecond(10), Optional.empty()));
  }
}
