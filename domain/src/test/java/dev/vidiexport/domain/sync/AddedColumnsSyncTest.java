package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.BaseKeys;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Topology;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a history's files by what is added to their rows. */
class AddedColumnsSyncTest {
  private static final long HOURS_TO_NEXT_NIGHT = 24;
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 3);
  private static final HistoryExport PLAIN = SampleExports.from(viewers(1), FIRST);

  private final SyncScenario history = new SyncScenario();

  private static HistoryExport with(PlaceZones zones, Addition... additions) {
    return new HistoryExport(
        PLAIN.name(),
        PLAIN.template(),
        PLAIN.sources(),
        PLAIN.windowLength(),
        PLAIN.start(),
        PLAIN.end(),
        PLAIN.lookbackDays(),
        PLAIN.format(),
        PLAIN.sinkOptions(),
        PLAIN.columns(),
        PLAIN.timeZone(),
        new RequestedAdditions(
            Set.of(additions),
            BaseKeys.of(
                DataCatalogue.documented(), "viewers", TimeResolution.ONE_HOUR, false, false),
            zones));
  }

  private static HistoryExport with(Addition... additions) {
    return with(PlaceZones.NONE, additions);
  }

  private static String json(String label) {
    return "{\"label\":\"%s\"}".formatted(label);
  }

  private static Topology named(String location, String site) {
    return new Topology(
        List.of(),
        List.of(
            new Site(
                new Id("7"), Optional.empty(), Optional.of(site), Optional.empty(), json(site))),
        List.of(
            new Location(
                new Id("1"),
                Optional.of(new Id("7")),
                Optional.of(location),
                Optional.of("true"),
                Optional.empty(),
                Optional.of("1990-01-01T00:00:00"),
                Optional.of("3600"),
                json(location))),
        List.of(),
        List.of());
  }

  private List<String> file(String day) {
    return history.files.standing().get(slice(day, 1).file("txt")).lines().toList();
  }

  /** What stands in a file behind what was received of its only row. */
  private String added(String day) {
    return file(day).get(1).replaceFirst("^1 \\S+ 27( null)* ", "").replace("\"", "");
  }

  private SliceAnswer answer(String day) {
    return history.ledger.slice(slice(day, 1)).flatMap(SliceRecord::answer).orElseThrow();
  }

  private static Stream<String> days() {
    return Stream.of("2024-03-03", "2024-03-04");
  }

  @Test
  void haveTheNamesThatPlacesHadWhenTheirWindowWasOver() {
    history.session.has(named("old", "Gare"));
    history.sync(with(Addition.NAMES));
    history.later(HOURS_TO_NEXT_NIGHT);
    history.session.has(named("new", "Nord"));
    history.sync(with(Addition.NAMES));
    history.later(HOURS_TO_NEXT_NIGHT);
    history.sync(with(Addition.NAMES));

    assertThat(Stream.concat(days(), Stream.of("2024-03-05", "2024-03-06")).map(this::added))
        .containsExactly(
            "old 7 Gare null null",
            "old 7 Gare null null",
            "old 7 Gare null null",
            "new 7 Nord null null");
  }

  /** It makes no difference when a file was written. */
  @Test
  void haveTheSameNamesWhenTheyAreWrittenAgain() {
    history.session.has(named("old", "Gare"));
    history.sync(with(Addition.NAMES));
    history.later(HOURS_TO_NEXT_NIGHT);
    history.session.has(named("new", "Nord"));
    history.sync(with(Addition.NAMES));
    history.later(HOURS_TO_NEXT_NIGHT);

    assertThat(counts(history.sync(with(Addition.NAMES, Addition.CALENDAR))))
        .isEqualTo("published 1, replaced 3");

    assertThat(Stream.concat(days(), Stream.of("2024-03-05", "2024-03-06")).map(this::added))
        .containsExactly(
            "old 7 Gare null null 2024-03-03 10 7 2024-W09",
            "old 7 Gare null null 2024-03-04 10 1 2024-W10",
            "old 7 Gare null null 2024-03-05 10 2 2024-W10",
            "new 7 Nord null null 2024-03-06 10 3 2024-W10");
  }

  /** A place that is gone keeps the name that it had. */
  @Test
  void keepNamesOfPlacesThatAreGone() {
    history.session.has(named("old", "Gare"));
    history.sync(with(Addition.NAMES));
    history.session.has(
        new Topology(List.of(), List.of(), named("old", "").locations(), List.of(), List.of()));
    history.acceptLoss = true;

    history.sync(with(Addition.NAMES, Addition.CALENDAR));

    assertThat(added("2024-03-03")).startsWith("old 7 Gare ");
  }

  @Test
  void areWrittenAgainWithTheSameFingerprintAndCoverageWhenWordsChange() {
    history.session.has(named("old", "Gare"));
    history.sync(PLAIN);
    List<String> plain = days().map(day -> answer(day).fingerprint()).toList();
    var facts = days().map(day -> history.ledger.facts(slice(day, 1))).toList();
    List<String> rows = days().map(day -> file(day).get(1)).toList();

    assertThat(counts(history.sync(with(Addition.NAMES)))).isEqualTo("replaced 2");
    List<String> header = days().map(day -> file(day).get(0)).distinct().toList();
    assertThat(history.differences)
        .hasSize(2)
        .flatExtracting(SliceDifference::metrics)
        .isNotEmpty()
        .allSatisfy(sum -> assertThat(sum.now()).isEqualTo(sum.before()));
    assertThat(days().map(day -> answer(day).fingerprint())).isEqualTo(plain);
    assertThat(days().map(day -> history.ledger.facts(slice(day, 1)))).isEqualTo(facts);

    assertThat(counts(history.sync(PLAIN))).isEqualTo("replaced 2");
    assertThat(days().map(day -> answer(day).fingerprint())).isEqualTo(plain);
    assertThat(days().map(day -> history.ledger.facts(slice(day, 1)))).isEqualTo(facts);
    assertThat(days().map(day -> file(day).get(1))).isEqualTo(rows);
    assertThat(header)
        .containsExactly(
            "1:location_id 2:period_start 3:watcher_count 4:dwell_time_in_tenths_of_sec"
                + " 5:attention_time_in_tenths_of_sec 6:conversion_ratio 7:location_label 8:site_id"
                + " 9:site_label 10:network_id 11:network_label");
  }

  @Test
  void areNotWrittenAgainWhenOnlyNamesChange() {
    history.session.has(named("old", "Gare"));
    history.sync(with(Addition.NAMES));
    history.takeAsked();
    history.session.has(named("new", "Nord"));

    assertThat(history.sync(with(Addition.NAMES)).isComplete()).isTrue();

    assertThat(history.takeAsked()).isEmpty();
    assertThat(added("2024-03-04")).startsWith("old ");
  }

  @Test
  void areWrittenAgainWhenZonesChangeByWhichTheyWereMade() {
    PlaceZones paris = PlaceZones.everywhere(ZoneId.of("Europe/Paris"));
    PlaceZones tokyo = PlaceZones.everywhere(ZoneId.of("Asia/Tokyo"));
    history.sync(with(paris, Addition.UTC));
    assertThat(added("2024-03-04")).isEqualTo("2024-03-04T09:00 false");

    assertThat(counts(history.sync(with(paris, Addition.UTC)))).isEmpty();
    assertThat(counts(history.sync(with(tokyo, Addition.UTC)))).isEqualTo("replaced 2");

    assertThat(added("2024-03-04")).isEqualTo("2024-03-04T01:00 false");
    assertThat(history.told)
        .filteredOn(line -> line.startsWith("warning: viewers: Location 1 was at UTC"))
        .isEmpty();
  }

  /** What VidiCenter begins to send under the name of an added column stays apart from it. */
  @Test
  void keepTheirNamesWhenAKeyOfThatNameComesLater() {
    history.session.has(named("old", "Gare"));
    history.sync(with(Addition.NAMES));
    history.session.answers(
        request ->
            FakeVidiCenter.finished(
                "2024-03-06 05:00:00",
                List.of(
                    SyncScenario.row(
                        1,
                        request.start().toLocalDate() + " 10:00:00",
                        "site_label",
                        "\"theirs\""))));
    history.later(HOURS_TO_NEXT_NIGHT);
    history.sync(with(Addition.NAMES));

    assertThat(file("2024-03-05").get(0)).contains(" 12:site_label_2 ", " 9:site_label ");
    assertThat(added("2024-03-05")).isEqualTo("theirs old 7 Gare null null");
    assertThat(history.ledger.exports().get(0).columns())
        .filteredOn(column -> column.received().equals("site_label"))
        .extracting(NumberedColumn::name)
        .containsExactly("site_label", "site_label_2");
  }

  @Test
  void haveTheTagsOfTheirPlaces() {
    history.session.has(
        new Topology(
            List.of(),
            named("old", "Gare").sites(),
            named("old", "Gare").locations(),
            List.of(SampleTags.tag("door"), SampleTags.tag("A")),
            List.of(SampleTags.tag("north"))));
    history.session.tells("door", "1");
    history.session.tells("A", "1");
    history.session.tells("north", "7");

    history.sync(with(Addition.TAGS));

    assertThat(added("2024-03-04")).isEqualTo("A; door north");
  }
}
