package dev.vidiexport.app.bench.body;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the rows of an answer look like. */
public enum Shape {
  /** Aggregated viewers in order, with the rhythm of a day; they compress well. */
  REGULAR(RegularRows::new, "viewers", "1h"),
  /** Aggregated viewers of any value, in no order. */
  ENTROPY(EntropyRows::new, "viewers", "1h"),
  /** Aggregated viewers grouped by gender and age. */
  GROUPED(GroupedRows::new, "viewers", "1h", "--group-by-demographics"),
  /** Single viewers, with nulls and decimals. */
  FINEST(() -> new FinestRows("period_start"), "viewers", "finest"),
  /** Single viewers with nested contents. */
  CONTENTS(ContentRows::new, "viewers_apc", "finest");

  private final Supplier<RowMaker> rows;
  private final List<String> options;

  Shape(Supplier<RowMaker> rows, String dataType, String resolution, String... more) {
    this.rows = rows;
    this.options =
        Stream.concat(
                Stream.of("--data-type", dataType, "--time-resolution", resolution),
                Arrays.stream(more))
            .toList();
  }

  /** The name by which it is chosen and reported. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The options of {@code export} that ask for such rows. */
  public List<String> options() {
    return options;
  }

  RowMaker rows() {
    return rows.get();
  }
}
