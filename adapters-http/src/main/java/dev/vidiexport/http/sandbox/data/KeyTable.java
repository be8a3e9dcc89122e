package dev.vidiexport.http.sandbox.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documentation's table of types and keys (VidiCenter data export, Types of data), taken from
 * it a second time: the client has a catalogue of its own, and a test compares the two.
 *
 * <p>A line holds types, resolutions, the keys that lead a row, and the others. Braces stand for
 * one key for each word in them. {@code key+} is there when grouped, {@code key-} when not, {@code
 * key*} beside the promised ones, {@code key?} may be missing, {@code key~} was there in 2016,
 * {@code key@1h,1d} is there at these resolutions.
 */
final class KeyTable {
  private static final String TABLE =
      """
      viewers | finest | location_id period_start | gender age {OF_VIEWER} age_value \
      dwell_time_in_tenths_of_sec attention_time_in_tenths_of_sec \
      very_happy happy neutral unhappy very_unhappy
      viewers | aggregated | location_id period_start | watcher_count \
      dwell_time_in_tenths_of_sec dwell_time~ attention_time_in_tenths_of_sec attention_time~ \
      conversion_ratio- gender+ age+
      viewers_apc | finest | location_id start_time | gender age {OF_VIEWER} age_value \
      dwell_time_in_tenths_of_sec attention_time_in_tenths_of_sec \
      very_happy happy neutral unhappy very_unhappy contents
      ots | aggregated | location_id period_start | ots_count \
      effective_ots_count@1h,1d,7d,1M duration watcher_count status@15m
      gate | aggregated | location_id period_start period_start_date* period_start_time* | \
      gate_id in_count out_count duration
      footfall | finest | location_id period_start | footfall_presence_time vr_id watcher_id \
      watcher_start tracking_mode
      footfall | aggregated | location_id period_start | footfall_impressions \
      footfall_presence_time
      vehicles | finest | location_id period_start | type color vehicle_presence_time \
      vehicle_impressions impressions_per_vehicle
      vehicles | aggregated | location_id period_start | vehicle_count vehicle_presence_time \
      vehicle_impressions impressions_per_vehicle
      vehicles_footfall | finest | location_id period_start | type color vehicle_presence_time \
      vehicle_impressions impressions_per_vehicle footfall_presence_time vr_id watcher_id \
      watcher_start tracking_mode
      vehicles_footfall | aggregated | location_id period_start | vehicle_count \
      vehicle_presence_time vehicle_impressions impressions_per_vehicle footfall_impressions \
      footfall_presence_time total_impressions total_presence_time avg_presence_time
      proof_of_play_by_location proof_of_play_by_location_footfall_faces | aggregated | \
      location_id period_start | {PLAYED}
      proof_of_play_by_site proof_of_play_by_site_footfall_faces | aggregated | \
      site_id period_start | {PLAYED}
      proof_of_play_vehicle_person_by_location | aggregated | location_id period_start | {PASSED}
      proof_of_play_vehicle_person_by_site | aggregated | site_id period_start | {PASSED}
      im im_nobackup | 1h | location_id period_start | vehicle_count vehicle_presence_time \
      vehicle_impressions impressions_per_vehicle footfall_impressions footfall_presence_time \
      im_footfall im_vehicle im backup_value analysis_window active
      im_ots im_ots_nobackup | 1h | location_id period_start | ots_count watcher_count \
      watcher_dwell_time watcher_attention_time im backup_value analysis_window active
      targeted_im | 1h | location_id period_start | im \
      {all,male,female}_age_{12_17,18_24,25_34,35_44,45_54,55_64,65_plus}_im \
      male_total_im female_total_im
      extrapolated_watchers | aggregated | period_start | watcher_count \
      dwell_time_in_tenths_of_sec attention_time_in_tenths_of_sec
      extrapolated_ots | aggregated | period_start | ots_count duration watcher_count
      compass | aggregated | location_id period_start | location_name ots_count_impressions \
      effective_ots_count nearby_ots_count_impressions presence_total far mid_range near \
      north north_east east south_east south south_west west north_west
      content_plays | aggregated | location_id period_start period_start_date* \
      period_start_time* | content_id content_duration plays
      pmp_sales_by_demographics | aggregated | location_id period_start | product \
      product_touches put_back estimated_sales masked {AGES}_{male,female}
      pmp_sales_by_demographics | finest | location_id period_start | product \
      product_touches put_back estimated_sales gender age_bracket
      pmp_sales_funnel | aggregated | location_id period_start | gender age watcher_count \
      dwell_time_in_tenths_of_sec attention_time_in_tenths_of_sec product_touches put_back \
      estimated_sales poi_by_passers
      pmp_sales_funnel | finest | location_id period_start | gender age \
      dwell_time_in_tenths_of_sec attention_time_in_tenths_of_sec product_touches put_back \
      estimated_sales poi_by_passers product
      retail_analytics_footfall | finest | location_id period_start | footfall_presence_time \
      vr_id watcher_id watcher_start tracking_mode nb_visits visits nb_clips clips nb_doorpass \
      doorpass
      retail_analytics_footfall_aggregated | aggregated | \
      location_id period_start_date period_start_time | zone_id zone_name total_impressions \
      nb_visits total_dwell_duration dwell_threshold nb_visits_above_threshold \
      total_dwell_above_threshold
      """
          .replace(
              "{PLAYED}",
              "content_id content_duration duration impressions play_count impressions_per_play"
                  + " watchers watchers_2sec dwell_time_in_tenths_of_sec"
                  + " attention_time_in_tenths_of_sec avg_dwell_time_in_tenths_of_sec"
                  + " avg_attention_time_in_tenths_of_sec watchers_masked+"
                  + " watchers_{AGES}_{male,female}+")
          .replace(
              "{PASSED}",
              "content_id content_duration duration play_count vehicle_count vehicle_impressions"
                  + " vehicle_presence_time avg_vehicle_presence_time footfall_impressions"
                  + " footfall_presence_time avg_footfall_presence_time total_impressions"
                  + " total_impressions_per_play total_presence_time avg_presence_time")
          .replace("{OF_VIEWER}", "vr_id? footfall_id? footfall_start?")
          .replace("{AGES}", "{child,young_adult,adult,senior}");

  private static final Map<String, DocumentedType> TYPES = read();

  private KeyTable() {}

  /** All types. */
  static Collection<DocumentedType> types() {
    return TYPES.values();
  }

  static Optional<DocumentedType> find(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }

  private static Map<String, DocumentedType> read() {
    Map<String, DocumentedType> types = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] fields = line.strip().split(" *\\| *", -1);
      Set<Resolution> resolutions = resolutions(fields[1]);
      for (String name : fields[0].split(" ", -1)) {
        List<Key> keys = keys(name, resolutions, fields[2] + " " + fields[3]);
        types.merge(name, type(name, resolutions, keys), KeyTable::joined);
      }
    }
    return Collections.unmodifiableMap(types);
  }

  private static DocumentedType type(String name, Set<Resolution> resolutions, List<Key> keys) {
    boolean finest = resolutions.contains(Resolution.FINEST);
    return new DocumentedType(
        name, resolutions, finest ? keys : List.of(), finest ? List.of() : keys);
  }

  /** A type whose finest rows stand in one line, and whose aggregated rows in another. */
  private static DocumentedType joined(DocumentedType one, DocumentedType other) {
    Set<Resolution> resolutions = EnumSet.copyOf(one.resolutions());
    resolutions.addAll(other.resolutions());
    return one.finest().isEmpty()
        ? new DocumentedType(one.name(), resolutions, other.finest(), one.aggregated())
        : new DocumentedType(one.name(), resolutions, one.finest(), other.aggregated());
  }

  private static List<Key> keys(String type, Set<Resolution> resolutions, String words) {
    List<Key> keys = new ArrayList<>();
    for (String word : words.split(" +", -1)) {
      for (String key : expanded(word)) {
        keys.add(key(type, resolutions, key));
      }
    }
    return List.copyOf(keys);
  }

  private static Key key(String type, Set<Resolution> resolutions, String word) {
    String[] parts = word.split("@", -1);
    Set<Resolution> own = parts.length == 1 ? resolutions : resolutions(parts[1]);
    Key.When when =
        switch (parts[0].charAt(parts[0].length() - 1)) {
          case '+' -> Key.When.GROUPED;
          case '-' -> Key.When.NOT_GROUPED;
          case '*' -> Key.When.ALSO;
          case '?' -> Key.When.MOSTLY;
          case '~' -> Key.When.FORMERLY;
          default -> Key.When.ALWAYS;
        };
    int length = parts[0].length() - (when == Key.When.ALWAYS ? 0 : 1);
    String name = parts[0].substring(0, length);
    return new Key(name, KeyType.of(type, name), when, own);
  }

  private static List<String> expanded(String word) {
    int open = word.indexOf('{');
    if (open < 0) {
      return List.of(word);
    }
    int close = word.indexOf('}', open);
    List<String> words = new ArrayList<>();
    for (String inner : word.substring(open + 1, close).split(",", -1)) {
      words.addAll(expanded(word.substring(0, open) + inner + word.substring(close + 1)));
    }
    return words;
  }

  private static Set<Resolution> resolutions(String words) {
    if (words.equals("aggregated")) {
      return EnumSet.copyOf(Resolution.aggregated());
    }
    Set<Resolution> resolutions = EnumSet.noneOf(Resolution.class);
    for (String word : words.split(",", -1)) {
      resolutions.add(Resolution.find(word).orElseThrow());
    }
    return resolutions;
  }
}
