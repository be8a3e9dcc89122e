package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.request.TimeResolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which columns are added to an output. */
public final class AddedColumns {
  static final String LOCATION = "location_id";
  static final String SITE = "site_id";

  /** The keys that name the place of a row; of both the first counts. */
  static final List<String> PLACES = List.of(LOCATION, SITE);

  private final BaseKeys baseKeys;
  private final List<String> keys;
  private final List<AddedColumn> columns = new ArrayList<>();

  private AddedColumns(BaseKeys baseKeys, Collection<String> received) {
    this.baseKeys = baseKeys;
    this.keys = baseKeys.of(received);
  }

  /**
   * The columns, in their order.
   *
   * @param received the keys that the rows have; none where they are not known yet
   */
  public static List<AddedColumn> of(
      Set<Addition> additions, BaseKeys baseKeys, Collection<String> received) {
    AddedColumns added = new AddedColumns(baseKeys, received);
    for (Addition addition : Addition.values()) {
      if (additions.contains(addition)) {
        added.add(addition);
      }
    }
    return List.copyOf(added.columns);
  }

  private void add(Addition addition) {
    switch (addition) {
      case NAMES -> addNames();
      case TAGS -> addTags();
      case LABELS -> addLabels();
      case SECONDS -> addSeconds();
      case CALENDAR -> timeKey().ifPresent(this::addCalendar);
      case UTC -> timeKey().ifPresent(this::addUtc);
    }
  }

  private void addNames() {
    if (keys.contains(LOCATION)) {
      add(Addition.NAMES, "location_label", LOCATION, AddedValue.LOCATION_LABEL);
      add(Addition.NAMES, "site_id", LOCATION, AddedValue.SITE_ID);
    }
    placeKey()
        .ifPresent(
            key -> {
              add(Addition.NAMES, "site_label", key, AddedValue.SITE_LABEL);
              add(Addition.NAMES, "network_id", key, AddedValue.NETWORK_ID);
              add(Addition.NAMES, "network_label", key, AddedValue.NETWORK_LABEL);
            });
  }

  private void addTags() {
    if (keys.contains(LOCATION)) {
      add(Addition.TAGS, "location_tags", LOCATION, AddedValue.LOCATION_TAGS);
    }
    placeKey().ifPresent(key -> add(Addition.TAGS, "site_tags", key, AddedValue.SITE_TAGS));
  }

  private Optional<String> placeKey() {
    return PLACES.stream().filter(keys::contains).findFirst();
  }

  private void addLabels() {
    CodeLabels.KEYS.stream()
        .filter(keys::contains)
        .forEach(key -> add(Addition.LABELS, key + "_label", key, AddedValue.CODE_LABEL));
  }

  private void addSeconds() {
    for (String key : keys) {
      SecondsName.of(key)
          .ifPresent(seconds -> add(Addition.SECONDS, seconds.name(), key, AddedValue.SECONDS));
    }
  }

  /** The key that tells the time of a row; its date where it tells that on its own. */
  private Optional<String> timeKey() {
    return TimeKeys.IN_ORDER.stream().filter(keys::contains).findFirst();
  }

  private void addCalendar(String key) {
    String prefix = TimeKeys.calendarPrefix(key);
    add(Addition.CALENDAR, prefix + "_date", key, AddedValue.DATE);
    if (isBelowDay(baseKeys.resolution())) {
      add(Addition.CALENDAR, prefix + "_hour", key, AddedValue.HOUR);
    }
    add(Addition.CALENDAR, prefix + "_weekday", key, AddedValue.WEEKDAY);
    add(Addition.CALENDAR, prefix + "_week", key, AddedValue.WEEK);
  }

  private void addUtc(String key) {
    String prefix = TimeKeys.utcPrefix(key);
    add(Addition.UTC, prefix + "_utc", key, AddedValue.UTC);
    add(Addition.UTC, prefix + "_ambiguous", key, AddedValue.AMBIGUOUS);
  }

  private void add(Addition addition, String name, String base, AddedValue value) {
    columns.add(new AddedColumn(addition, name, base, value));
  }

  /** Whether a day has several periods of a resolution. */
  static boolean isBelowDay(TimeResolution resolution) {
    return resolution.compareTo(TimeResolution.ONE_DAY) < 0;
  }
}
