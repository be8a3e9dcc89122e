package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.catalogue.ColumnMeanings;
import dev.vidiexport.domain.table.ColumnExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the columns of an output. Thread-safe. */
public final class ColumnDictionary {
  private static final String RECEIVED = "VidiCenter";
  private static final String UNKNOWN = "Not documented.";

  private final ColumnMeanings meanings = new ColumnMeanings();
  private final RequestedAdditions additions;

  /**
   * Explains the columns of one export's output.
   *
   * @param additions what is added to its rows
   */
  public ColumnDictionary(RequestedAdditions additions) {
    this.additions = additions;
  }

  /**
   * An explanation for each column.
   *
   * @param names the columns that came, each named as VidiCenter names it, then those that were
   *     added
   */
  public List<ColumnExplanation> explain(List<String> names) {
    List<AddedColumn> added = added(names);
    List<ColumnExplanation> explanations = new ArrayList<>();
    names.subList(0, names.size() - added.size()).forEach(name -> explanations.add(received(name)));
    added.forEach(column -> explanations.add(added(column)));
    return explanations;
  }

  /** No column that is added makes another one that is. */
  private List<AddedColumn> added(List<String> names) {
    return AddedColumns.of(additions.additions(), additions.baseKeys(), names);
  }

  private ColumnExplanation received(String name) {
    return new ColumnExplanation(
        ColumnMeanings.unitOf(name), meanings.of(name).orElse(UNKNOWN), RECEIVED);
  }

  private ColumnExplanation added(AddedColumn column) {
    return new ColumnExplanation(
        unit(column.value()), meaning(column), "added, from " + column.base());
  }

  private static Optional<String> unit(AddedValue value) {
    return switch (value) {
      case SECONDS -> Optional.of("seconds");
      case WEEKDAY -> Optional.of("1 Monday to 7 Sunday");
      case HOUR -> Optional.of("0 to 23");
      default -> Optional.empty();
    };
  }

  private String meaning(AddedColumn column) {
    return switch (column.value()) {
      case LOCATION_LABEL -> "The name of the location.";
      case SITE_ID -> "The id of the site to which the location belongs.";
      case SITE_LABEL -> "The name of the site.";
      case NETWORK_ID -> "The id of the network to which the site belongs.";
      case NETWORK_LABEL -> "The name of the network.";
      case LOCATION_TAGS -> "The labels of the location's tags, sorted.";
      case SITE_TAGS -> "The labels of the site's tags, sorted.";
      case CODE_LABEL -> "The word for the code in %s.".formatted(column.base());
      case SECONDS -> meanings.of(column.base()).orElse("The time in %s.".formatted(column.base()));
      case DATE -> "The day of the row's time, in the local time of the location.";
      case HOUR -> "The hour of the row's time, in the local time of the location.";
      case WEEKDAY -> "The day of the week of the row's time, in the local time of the location.";
      case WEEK -> "The week of the row's time by ISO 8601, in the local time of the location.";
      case UTC -> "The row's time in UTC.";
      case AMBIGUOUS ->
          "Whether the clock showed the row's local time twice, so that the time in UTC is the"
              + " earlier one of two.";
    };
  }
}
