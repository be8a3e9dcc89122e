package dev.vidiexport.sinks.batches;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.BaseKeys;
import dev.vidiexport.domain.enrichment.EnrichedRows;
import dev.vidiexport.domain.enrichment.Enrichment;
import dev.vidiexport.domain.enrichment.EnrichmentNotes;
import dev.vidiexport.domain.enrichment.PlaceDirectory;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Adds all columns that can be added to rows of 200 cameras in no order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EnrichmentBenchmark {
  private static final int BATCHES = 8;
  private static final int ROWS = BATCHES * RowBatchBuilder.MAX_ROWS;
  private static final int LOCATIONS = 200;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final Schema SCHEMA =
      Schema.of(
          new Column("location_id", ColumnType.WHOLE),
          new Column("period_start", ColumnType.TIMESTAMP),
          new Column("watcher_count", ColumnType.WHOLE),
          new Column("dwell_time_in_tenths_of_sec", ColumnType.WHOLE),
          new Column("attention_time_in_tenths_of_sec", ColumnType.WHOLE),
          new Column("gender", ColumnType.WHOLE),
          new Column("age", ColumnType.WHOLE));

  private final List<RowBatch> batches = batches();
  private final EnrichedRows rows = enrichment().rows(SCHEMA, new EnrichmentNotes());

  private static List<RowBatch> batches() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, BATCHES).mapToObj(batch -> filled(random)).toList();
  }

  private static RowBatch filled(SplittableRandom random) {
    RowBatchBuilder builder = new RowBatchBuilder(SCHEMA);
    while (!builder.isFull()) {
      builder.putLong(0, 1 + random.nextInt(LOCATIONS));
      builder.putTimestamp(1, BEGIN.plusHours(random.nextInt(365 * 24)));
      builder.putLong(2, random.nextInt(100));
      builder.putLong(3, random.nextInt(10_000));
      builder.putLong(4, random.nextInt(3_000));
      builder.putLong(5, random.nextInt(3));
      builder.putLong(6, random.nextInt(5));
      builder.endRow();
    }
    return builder.batch();
  }

  private static Enrichment enrichment() {
    return new Enrichment(
        EnumSet.allOf(Addition.class),
        BaseKeys.of(DataCatalogue.documented(), "viewers", TimeResolution.ONE_HOUR, true, false),
        PlaceDirectory.of(topology(), tags(), PlaceZones.everywhere(ZoneId.of("Europe/Paris"))));
  }

  private static Topology topology() {
    Network network = new Network(id(1), Optional.of("Network"), Optional.empty(), "{}");
    Site site =
        new Site(id(1), Optional.of(id(1)), Optional.of("Gare du Nord"), Optional.empty(), "{}");
    return new Topology(
        List.of(network),
        List.of(site),
        IntStream.rangeClosed(1, LOCATIONS).mapToObj(EnrichmentBenchmark::location).toList(),
        List.of(),
        List.of());
  }

  private static Location location(int number) {
    return new Location(
        id(number),
        Optional.of(id(1)),
        Optional.of("Gare du Nord – Screen " + number),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "{}");
  }

  private static TagAssignments tags() {
    Map<Id, List<String>> ofLocations =
        IntStream.rangeClosed(1, LOCATIONS)
            .mapToObj(EnrichmentBenchmark::id)
            .collect(Collectors.toMap(Function.identity(), id -> List.of("street", "window")));
    return new TagAssignments(ofLocations, Map.of(id(1), List.of("flagship")), List.of());
  }

  private static Id id(int number) {
    return new Id(Integer.toString(number));
  }

  /** Adds to all rows. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int rows() {
    int columns = 0;
    for (RowBatch batch : batches) {
      columns += rows.enrich(batch).schema().size();
    }
    return columns;
  }
}
