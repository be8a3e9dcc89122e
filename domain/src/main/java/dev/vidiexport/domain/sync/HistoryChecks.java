package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.spi.SliceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a project file may not ask of a history that has begun already. */
public final class HistoryChecks {
  private HistoryChecks() {}

  private static final String TABLE = "table";
  private static final String SCHEMA = "schema";

  /**
   * Every setting that an export has files or rows for, and that is another one now, and every
   * table of an export without rows that has those of another export.
   */
  public static List<Failure> settings(LedgerReader ledger, List<HistoryExport> exports) {
    Map<String, LedgerExport> known =
        ledger.exports().stream()
            .collect(Collectors.toMap(LedgerExport::name, Function.identity()));
    List<Failure> problems = new ArrayList<>();
    for (HistoryExport export : exports) {
      LedgerExport before = known.get(export.name());
      if (before != null && !before.fixed().isEmpty()) {
        compare(export.name(), before.fixed(), ExportIdentity.of(export).fixed(), problems);
        if (export.table().isPresent()) {
          compare(export, before.columns(), problems);
        }
      } else {
        export.table().ifPresent(table -> refuseTaken(export, table, known.values(), problems));
      }
    }
    return problems;
  }

  /** No sync would look at those of the other name again, and the rows of both would count. */
  private static void refuseTaken(
      HistoryExport export,
      SliceTable table,
      Collection<LedgerExport> known,
      List<Failure> problems) {
    known.stream()
        .filter(other -> !other.name().equals(export.name()))
        .filter(other -> isSame(table, other.fixed()))
        .map(LedgerExport::name)
        .sorted()
        .findFirst()
        .ifPresent(
            other ->
                problems.add(
                    new Failure(
                        FailureReason.HISTORY_SETTINGS_FIXED,
                        "The export %s cannot have the table %s, which has the rows of the export %s."
                            .formatted(export.name(), QuotedText.of(table.name()), other))));
  }

  private static boolean isSame(SliceTable table, Map<String, String> fixed) {
    return folded(table.name()).equals(folded(fixed.getOrDefault(TABLE, "")))
        && folded(table.schema().orElse("")).equals(folded(fixed.getOrDefault(SCHEMA, "")));
  }

  /** Not every database tells upper and lower case apart, and none that of other letters. */
  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name);
    for (int index = 0; index < name.length(); index++) {
      char letter = name.charAt(index);
      if (letter >= 'A' && letter <= 'Z') {
        folded.setCharAt(index, Character.toLowerCase(letter));
      }
    }
    return folded.toString();
  }

  private static void compare(
      String export, Map<String, String> before, Map<String, String> now, List<Failure> problems) {
    now.forEach(
        (setting, value) -> {
          String fixed = before.getOrDefault(setting, value);
          if (!fixed.equals(value)) {
            problems.add(
                new Failure(
                    FailureReason.HISTORY_SETTINGS_FIXED,
                    "The export %s has %s that were made with %s %s, which cannot become %s."
                        .formatted(
                            export,
                            before.containsKey(TABLE) ? "rows" : "files",
                            setting,
                            shown(fixed),
                            shown(value))));
          }
        });
  }

  private static void compare(
      HistoryExport export, List<NumberedColumn> before, List<Failure> problems) {
    export
        .columns()
        .forEach(
            (key, type) -> {
              int index = NumberedColumn.indexOf(before, key);
              if (index >= 0 && !isKept(before.get(index).type(), type)) {
                problems.add(
                    new Failure(
                        FailureReason.HISTORY_SETTINGS_FIXED,
                        "The export %s has rows in a table whose column %s is %s, which cannot become %s."
                            .formatted(
                                export.name(),
                                QuotedText.of(key),
                                before.get(index).type().label(),
                                type.label())));
              }
            });
  }

  /** A table has one type for the rows of all slices, which all their values must fit. */
  private static boolean isKept(ColumnType before, ColumnType now) {
    return now == before
        || now == ColumnType.TEXT
        || (before == ColumnType.WHOLE && now == ColumnType.DECIMAL);
  }

  private static String shown(String value) {
    return value.isEmpty() ? "unset" : QuotedText.of(value);
  }

  /** That the history comes from the host that is asked now; empty when it does. */
  public static Optional<Failure> host(LedgerReader ledger, String host) {
    return ledger
        .host()
        .filter(first -> !first.equals(host))
        .map(
            first ->
                new Failure(
                    FailureReason.HISTORY_OF_OTHER_HOST,
                    "The history comes from %s, but %s is to be asked now."
                        .formatted(first, host)));
  }

  /**
   * That a moment that stands for the clock is not before the last run; empty when it is not.
   *
   * @param asOf the moment
   */
  public static Optional<Failure> moment(LedgerReader ledger, Instant asOf) {
    return ledger
        .lastRun()
        .filter(asOf::isBefore)
        .map(
            last ->
                new Failure(
                    FailureReason.MOMENT_NOT_POSSIBLE,
                    "The moment %s is before the last run, which was at %s."
                        .formatted(asOf, last)));
  }

  /**
   * That a moment that stands for the clock is not later than the clock; empty when it is not. What
   * has not happened yet cannot be asked for.
   *
   * @param asOf the moment
   * @param clock what the clock of the machine says
   */
  public static Optional<Failure> notAhead(Instant asOf, Instant clock) {
    return asOf.isAfter(clock)
        ? Optional.of(
            new Failure(
                FailureReason.MOMENT_NOT_POSSIBLE,
                "The moment %s is later than the clock of this machine, which says %s."
                    .formatted(asOf, clock)))
        : Optional.empty();
  }
}
