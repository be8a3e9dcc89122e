package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.report.AttentionFigures;
import dev.vidiexport.domain.report.AttentionRates;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.DwellBucket;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.HoursOfDay;
import dev.vidiexport.domain.report.PeopleFigures;
import dev.vidiexport.domain.report.PlaceAttention;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.PlacePresence;
import dev.vidiexport.domain.report.PlaceQuality;
import dev.vidiexport.domain.report.QualityFigures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An audience that never was: the parts of a report, the same for the same seed. */
final class SampleAudience {
  private static final int HOURS = HoursOfDay.COUNT;
  private static final int OPENS = 7;
  private static final int CLOSES = 22;

  /** A day has a gap about this rarely. */
  private static final int GAP_EVERY = 12;

  private final Random random;
  private final List<LocalDate> dates;
  private final Set<CountKind> kinds;
  private final CountKind main;
  private final boolean coverageIsKnown;

  SampleAudience(long seed, List<LocalDate> dates, Set<CountKind> kinds, boolean coverageIsKnown) {
    random = Property.random(seed);
    this.dates = List.copyOf(dates);
    this.kinds = kinds;
    main = kinds.iterator().next();
    this.coverageIsKnown = coverageIsKnown;
  }

  /** Names of places: plain ones first, then such as nobody should give and somebody will. */
  static List<PlaceName> names(int count) {
    List<String> labels =
        List.of(
            "Central Station, concourse",
            "Airport T2 arrivals",
            "Main Street 14",
            "Marktplatz Süd",
            "</script><img src=x onerror=alert(1)>",
            "\u0645\u062d\u0637\u0629 \u0627\u0644\u0642\u0637\u0627\u0631 \u202eabc",
            "\ud83c\udf55 Pizza & \"Co\"",
            "Very long name ".repeat(34));
    List<PlaceName> names = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      Optional<String> label =
          at < labels.size()
              ? Optional.of(labels.get(at))
              : at == labels.size() ? Optional.empty() : Optional.of("Store no. " + (at + 1));
      names.add(new PlaceName(Integer.toString(1000 + at), label));
    }
    return names;
  }

  HourFigures hours() {
    SortedMap<LocalDate, HoursOfDay> days = new TreeMap<>();
    for (LocalDate date : dates) {
      boolean gap = random.nextInt(GAP_EVERY) == 0;
      List<OptionalDouble> values = new ArrayList<>();
      for (int hour = 0; hour < HOURS; hour++) {
        boolean off = gap && (hour > 12 || date.getDayOfMonth() % 2 == 0);
        values.add(off ? OptionalDouble.empty() : OptionalDouble.of(people(date, hour)));
      }
      days.put(date, new HoursOfDay(values));
    }
    return new HourFigures(days, week(days));
  }

  private double people(LocalDate date, int hour) {
    if (hour < OPENS || hour >= CLOSES) {
      return random.nextInt(8);
    }
    double noon = Math.exp(-Math.pow((hour - 12.5) / 2.6, 2));
    double evening = Math.exp(-Math.pow((hour - 17.5) / 2.2, 2));
    boolean saturday = date.getDayOfWeek() == DayOfWeek.SATURDAY;
    double weekend = saturday ? 1.6 : date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.55 : 1;
    return Math.rint(
        (60 + 420 * noon + 520 * evening) * weekend * (0.85 + 0.3 * random.nextDouble()));
  }

  private static Map<DayOfWeek, HoursOfDay> week(SortedMap<LocalDate, HoursOfDay> days) {
    Map<DayOfWeek, HoursOfDay> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      List<OptionalDouble> means = new ArrayList<>();
      for (int hour = 0; hour < HOURS; hour++) {
        int at = hour;
        means.add(
            days.entrySet().stream()
                .filter(day -> day.getKey().getDayOfWeek() == weekday)
                .map(day -> day.getValue().of(at))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average());
      }
      week.put(weekday, new HoursOfDay(means));
    }
    return week;
  }

  /** Days that are the sums of their hours; one without any measured hour is a gap. */
  List<DayFigures> days(HourFigures hours, int places) {
    List<DayFigures> days = new ArrayList<>();
    hours
        .days()
        .forEach(
            (date, values) -> {
              List<Double> there =
                  values.values().stream()
                      .filter(OptionalDouble::isPresent)
                      .map(OptionalDouble::getAsDouble)
                      .toList();
              double total = there.stream().mapToDouble(Double::doubleValue).sum();
              days.add(day(date, there.isEmpty(), total, there.size() * places, HOURS * places));
            });
    return days;
  }

  DayFigures day(LocalDate date, boolean gap, double total, int measured, int expected) {
    Map<CountKind, OptionalDouble> counts = new EnumMap<>(CountKind.class);
    for (CountKind kind : kinds) {
      counts.put(kind, gap ? OptionalDouble.empty() : OptionalDouble.of(times(kind, total)));
    }
    boolean both = kinds.contains(CountKind.OTS) && kinds.contains(CountKind.WATCHERS) && !gap;
    return new DayFigures(
        date,
        new Counts(counts),
        both ? OptionalDouble.of(0.24 + 0.06 * random.nextDouble()) : OptionalDouble.empty(),
        gap ? OptionalDouble.empty() : OptionalDouble.of(3.2 + random.nextDouble()),
        coverageIsKnown
            ? new Coverage(OptionalLong.of(measured), OptionalLong.of(expected))
            : Coverage.UNKNOWN);
  }

  private static double times(CountKind kind, double total) {
    return switch (kind) {
      case WATCHERS -> total;
      case OTS -> Math.rint(total * 3.7);
      case FOOTFALL -> Math.rint(total * 0.4);
      case VEHICLES -> Math.rint(total * 0.15);
    };
  }

  /** Places that share a total, the first most of it. */
  List<PlaceFigures> places(List<PlaceName> names, double total, int columns) {
    double weights = 0;
    for (int at = 0; at < names.size(); at++) {
      weights += 1.0 / (at + 2);
    }
    List<PlaceFigures> places = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      double share = 1.0 / (at + 2) / weights;
      places.add(place(names.get(at), Math.rint(total * share), share, columns));
    }
    return places;
  }

  private PlaceFigures place(PlaceName name, double count, double share, int columns) {
    Map<CountKind, OptionalDouble> counts = new EnumMap<>(CountKind.class);
    kinds.forEach(kind -> counts.put(kind, OptionalDouble.of(times(kind, count))));
    List<OptionalDouble> trend = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      trend.add(
          random.nextInt(GAP_EVERY) == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(Math.rint(count / columns * (0.7 + 0.6 * random.nextDouble()))));
    }
    long expected = (long) dates.size() * HOURS;
    long measured = expected - random.nextInt((int) expected / 4 + 1);
    boolean conversion = kinds.contains(CountKind.OTS) && kinds.contains(CountKind.WATCHERS);
    return new PlaceFigures(
        name,
        new Counts(counts),
        OptionalDouble.of(share),
        conversion ? OptionalDouble.of(0.2 + random.nextDouble() / 8) : OptionalDouble.empty(),
        coverageIsKnown
            ? new Coverage(OptionalLong.of(measured), OptionalLong.of(expected))
            : Coverage.UNKNOWN,
        coverageIsKnown ? OptionalDouble.of(count / measured) : OptionalDouble.empty(),
        trend);
  }

  PeopleFigures people(double total) {
    double[] ages = {0.08, 0.05, 0.34, 0.4, 0.13};
    double[] genders = {0.06, 0.46, 0.48};
    List<GroupFigures> groups = new ArrayList<>();
    for (int gender = 0; gender < GroupFigures.GENDERS; gender++) {
      for (int age = 0; age < GroupFigures.AGES; age++) {
        double share = genders[gender] * ages[age];
        groups.add(
            new GroupFigures(
                gender,
                age,
                OptionalDouble.of(Math.rint(total * share)),
                OptionalDouble.of(share)));
      }
    }
    Map<Daypart, List<OptionalDouble>> shares = new EnumMap<>(Daypart.class);
    for (Daypart part : Daypart.values()) {
      double young = 0.04 * part.ordinal();
      shares.put(
          part,
          List.of(
              OptionalDouble.of(0.08),
              OptionalDouble.of(0.05),
              OptionalDouble.of(0.26 + young),
              OptionalDouble.of(0.46 - young),
              OptionalDouble.of(0.15)));
    }
    return new PeopleFigures(groups, shares);
  }

  AttentionFigures attention(List<PlaceName> names, boolean grouped, boolean finest) {
    List<PlaceAttention> places = new ArrayList<>();
    for (PlaceName name : names) {
      places.add(new PlaceAttention(name, rates()));
    }
    Map<Daypart, AttentionRates> dayparts = new EnumMap<>(Daypart.class);
    List<AttentionRates> ages = new ArrayList<>();
    List<DwellBucket> buckets = new ArrayList<>();
    for (Daypart part : Daypart.values()) {
      dayparts.put(part, rates());
    }
    if (grouped) {
      for (int age = 0; age < GroupFigures.AGES; age++) {
        ages.add(rates());
      }
    }
    if (finest) {
      int[] edges = {0, 1, 2, 3, 5, 8, 13, 21, 34};
      long[] viewers = {310, 1210, 1830, 2210, 1640, 820, 390, 160, 45};
      for (int at = 0; at < edges.length; at++) {
        buckets.add(
            new DwellBucket(
                edges[at],
                at + 1 < edges.length ? OptionalInt.of(edges[at + 1]) : OptionalInt.empty(),
                viewers[at]));
      }
    }
    return new AttentionFigures(places, dayparts, ages, buckets);
  }

  private AttentionRates rates() {
    double dwell = 5 + 6 * random.nextDouble();
    double attention = dwell * (0.3 + 0.25 * random.nextDouble());
    return new AttentionRates(
        OptionalDouble.of(dwell),
        OptionalDouble.of(attention),
        OptionalDouble.of(attention / dwell));
  }

  List<PlacePresence> presence(List<PlaceName> names, double total) {
    List<PlacePresence> places = new ArrayList<>();
    double left = total;
    for (PlaceName name : names) {
      double count = Math.rint(left * 0.3);
      left -= count;
      places.add(
          new PlacePresence(
              name, OptionalDouble.of(count), OptionalDouble.of(10 + 80 * random.nextDouble())));
    }
    return places;
  }

  QualityFigures quality(List<PlaceName> names, boolean byMonth, List<PlaceName> missing) {
    List<LocalDate> columns =
        byMonth ? dates.stream().filter(date -> date.getDayOfMonth() == 1).toList() : dates;
    List<PlaceQuality> places = new ArrayList<>();
    for (PlaceName name : names) {
      List<Coverage> coverage = new ArrayList<>();
      for (LocalDate column : columns) {
        long expected = byMonth ? (long) HOURS * column.lengthOfMonth() : HOURS;
        coverage.add(coverage(name, missing, expected));
      }
      places.add(new PlaceQuality(name, coverage));
    }
    return new QualityFigures(byMonth, columns, places, missing);
  }

  private Coverage coverage(PlaceName name, List<PlaceName> missing, long expected) {
    if (!coverageIsKnown) {
      return Coverage.UNKNOWN;
    }
    long lost =
        switch (random.nextInt(GAP_EVERY)) {
          case 0 -> expected;
          case 1 -> random.nextInt((int) expected);
          default -> 0;
        };
    return new Coverage(
        OptionalLong.of(missing.contains(name) ? 0 : expected - lost), OptionalLong.of(expected));
  }

  CountKind main() {
    return main;
  }
}
