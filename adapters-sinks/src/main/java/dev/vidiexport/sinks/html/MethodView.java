package dev.vidiexport.sinks.html;

import java.util.List;

/**
 * How the figures came about. Immutable.
 *
 * @param origins where rows came from
 * @param span what the report is about, and what it is compared with
 * @param rows how many rows there were
 * @param created when VidiCenter made them
 * @param page when the page was made, and by what
 * @param meanings what each figure means and how it was reckoned
 */
record MethodView(
    List<Origin> origins,
    List<String> span,
    List<String> rows,
    List<String> created,
    String page,
    List<Meaning> meanings) {
  MethodView {
    origins = List.copyOf(origins);
    span = List.copyOf(span);
    rows = List.copyOf(rows);
    created = List.copyOf(created);
    meanings = List.copyOf(meanings);
  }

  /**
   * Where the rows of a type came from.
   *
   * @param arguments what VidiCenter was asked for, each as {@code name=value}
   */
  record Origin(String title, List<String> arguments) {
    Origin {
      arguments = List.copyOf(arguments);
    }
  }

  /** What a figure means. */
  record Meaning(String term, String text) {}
}
