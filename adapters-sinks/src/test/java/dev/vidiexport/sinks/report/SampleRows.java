package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SinkRequest;
import dev.vidiexport.spi.SinkRequest.RequestedLocation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Rows that VidiCenter could have sent, the same for the same seed: of five cameras at two sites,
 * in ten days, of which rows, values and a whole camera are missing.
 */
public final class SampleRows {
  /** The first of ten days. */
  public static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

  /** The last of ten days. */
  public static final LocalDate LAST = LocalDate.of(2024, 3, 10);

  /** The cameras that were asked for; of the last there are no rows. */
  public static final List<Long> LOCATIONS = List.of(101L, 102L, 103L, 104L, 105L);

  private static final int HOURS = 24;
  private static final int GENDERS = 3;
  private static final int AGES = 5;

  private final Random random;

  private SampleRows(long seed) {
    random = Property.random(seed);
  }

  private static Optional<SinkRequest> request(String type, String resolution, boolean grouped) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("locations", "101,102,103,104,105");
    arguments.put("data_type", type);
    arguments.put("start", FIRST + "T00:00:00");
    arguments.put("end", LAST + "T23:59:59");
    arguments.put("time_resolution", resolution);
    if (grouped) {
      arguments.put("group_by_demographics", "1");
    }
    List<RequestedLocation> locations = new ArrayList<>();
    for (long id : LOCATIONS) {
      locations.add(
          new RequestedLocation(
              id, Optional.of(label(id)), Optional.of(site(id)), Optional.of("Site " + site(id))));
    }
    return Optional.of(new SinkRequest(arguments, Optional.of(locations)));
  }

  private static String label(long location) {
    return location == 102 ? "Gare <b>\"Süd\"</b> 🍕" : "Camera " + location;
  }

  private static String site(long location) {
    return location <= 103 ? "11" : "12";
  }

  private static Column whole(String name) {
    return new Column(name, ColumnType.WHOLE);
  }

  private static List<Column> columns(Column... more) {
    List<Column> columns = new ArrayList<>();
    columns.add(whole("location_id"));
    columns.add(new Column("period_start", ColumnType.TIMESTAMP));
    columns.addAll(List.of(more));
    return columns;
  }

  /** A value that is missing about once in so many times. */
  private Object unlessMissing(Object value, int onceIn) {
    return random.nextInt(onceIn) == 0 ? null : value;
  }

  /** Whether a camera has rows in an hour: one has a day without any. */
  private boolean isThere(long location, LocalDate day) {
    return location != 105
        && !(location == 103 && day.equals(FIRST.plusDays(4)))
        && random.nextInt(15) > 0;
  }

  /** Viewers by hour, gender and age, with all columns that this program adds. */
  public static AudienceTable grouped() {
    SampleRows rows = new SampleRows(20240301);
    AudienceTable table =
        new AudienceTable(
            columns(
                whole("gender"),
                whole("age"),
                whole("watcher_count"),
                whole("dwell_time_in_tenths_of_sec"),
                whole("attention_time_in_tenths_of_sec"),
                new Column("location_label", ColumnType.TEXT),
                whole("site_id"),
                new Column("site_label", ColumnType.TEXT),
                new Column("gender_label", ColumnType.TEXT),
                new Column("dwell_time_seconds", ColumnType.DECIMAL),
                new Column("period_date", ColumnType.TEXT, ColumnMeaning.DATE),
                whole("period_hour"),
                whole("period_weekday"),
                new Column("period_week", ColumnType.TEXT),
                new Column("period_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
                new Column("period_ambiguous", ColumnType.BOOLEAN)),
            request("viewers", "1h", true));
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (long location : LOCATIONS) {
        for (int hour = 0; hour < HOURS; hour++) {
          if (rows.isThere(location, day)) {
            rows.addGroups(table, location, day.atTime(hour, 0));
          }
        }
      }
    }
    return table;
  }

  private void addGroups(AudienceTable table, long location, LocalDateTime hour) {
    // A period that nobody measured has one row without any value.
    boolean isMeasured = random.nextInt(9) > 0;
    for (int gender = 0; gender < GENDERS; gender++) {
      for (int age = 0; age < AGES; age++) {
        if (!isMeasured || random.nextInt(3) == 0) {
          long watchers = random.nextInt(40);
          long dwell = watchers * (10 + random.nextInt(90));
          Object dwellTime = isMeasured ? unlessMissing(dwell, 8) : null;
          table.add(
              location,
              hour,
              unlessMissing((long) gender, 30),
              unlessMissing((long) age, 30),
              isMeasured ? unlessMissing(watchers, 12) : null,
              dwellTime,
              isMeasured ? unlessMissing(dwell / 3, 8) : null,
              label(location),
              Long.parseLong(site(location)),
              "Site " + site(location),
              gender == 0 ? "unknown" : gender == 1 ? "male" : "female",
              dwellTime == null ? null : (Long) dwellTime / 10.0,
              hour.toLocalDate().toString(),
              (long) hour.getHour(),
              (long) hour.getDayOfWeek().getValue(),
              hour.getDayOfYear() < 64 ? "2024-W09" : "2024-W10",
              hour.minusHours(1),
              false);
          if (!isMeasured) {
            return;
          }
        }
      }
    }
  }

  /** People who passed by, by quarters of an hour. */
  public static AudienceTable passing() {
    SampleRows rows = new SampleRows(20240302);
    AudienceTable table =
        new AudienceTable(
            columns(
                whole("ots_count"),
                whole("watcher_count"),
                new Column("conversion_ratio", ColumnType.DECIMAL)),
            request("ots", "15m", false));
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (long location : LOCATIONS) {
        for (int quarter = 0; quarter < 4 * HOURS; quarter++) {
          if (rows.isThere(location, day)) {
            long passing = rows.random.nextInt(200);
            table.add(
                location,
                day.atTime(quarter / 4, quarter % 4 * 15),
                rows.unlessMissing(passing, 10),
                rows.unlessMissing(passing / 4, 10),
                0.99);
          }
        }
      }
    }
    return table;
  }

  /** Viewers one by one. */
  public static AudienceTable finest() {
    SampleRows rows = new SampleRows(20240303);
    AudienceTable table =
        new AudienceTable(
            columns(
                whole("gender"),
                whole("age"),
                whole("dwell_time_in_tenths_of_sec"),
                whole("attention_time_in_tenths_of_sec")),
            request("viewers", "finest", false));
    for (int viewer = 0; viewer < 3_000; viewer++) {
      long dwell = (long) Math.exp(rows.random.nextDouble() * 7.5);
      table.add(
          LOCATIONS.get(rows.random.nextInt(4)),
          FIRST
              .plusDays(rows.random.nextInt(9))
              .atStartOfDay()
              .plusSeconds(25_000 + rows.random.nextInt(60_000)),
          rows.unlessMissing((long) rows.random.nextInt(GENDERS), 40),
          rows.unlessMissing((long) rows.random.nextInt(AGES), 40),
          rows.unlessMissing(dwell, 25),
          rows.unlessMissing(dwell / 2, 25));
    }
    return table;
  }

  /** People on foot and vehicles, by day. */
  public static AudienceTable traffic() {
    SampleRows rows = new SampleRows(20240304);
    AudienceTable table =
        new AudienceTable(
            columns(
                whole("footfall_impressions"),
                whole("footfall_presence_time"),
                whole("vehicle_count"),
                whole("vehicle_presence_time"),
                whole("vehicle_impressions")),
            request("vehicles_footfall", "1d", false));
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (long location : LOCATIONS) {
        if (rows.isThere(location, day)) {
          long people = rows.random.nextInt(5_000);
          long vehicles = rows.random.nextInt(900);
          boolean isMeasured = rows.random.nextInt(8) > 0;
          table.add(
              location,
              day.atStartOfDay(),
              isMeasured ? rows.unlessMissing(people, 10) : null,
              isMeasured ? rows.unlessMissing(people * 123, 10) : null,
              isMeasured ? rows.unlessMissing(vehicles, 10) : null,
              isMeasured ? rows.unlessMissing(vehicles * 77, 10) : null,
              isMeasured ? rows.unlessMissing(vehicles * 2, 10) : null);
        }
      }
    }
    return table;
  }
}
