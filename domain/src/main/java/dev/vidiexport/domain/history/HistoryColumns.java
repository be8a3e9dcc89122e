package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.vidiexport.domain.enrichment.AddedColumn;
import dev.vidiexport.domain.enrichment.AddedColumns;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.FixedColumn;
import dev.vidiexport.domain.typing.FixedColumns;
import dev.vidiexport.domain.typing.KnownColumns;
import dev.vidiexport.domain.typing.OutputNames;
import dev.vidiexport.domain.typing.ReservedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of an export of a history: those that the ledger has, and those that may come.
 * Immutable.
 *
 * <p>A column that the ledger knows keeps its number and its name, and its type, too, unless the
 * user chose another. Of the others those of the catalogue come first, in its order, and then those
 * that nobody knew, by key; so they are numbered, whatever order rows and keys come in.
 *
 * <p>What is known may have columns that this program added. Rows do not bring them, so {@link
 * #fixed()} does not have them; they keep their numbers.
 *
 * <p>Which columns are always there is settled with the first file: those of an export without
 * rows. One that a later catalogue adds to these is there when rows have it.
 */
public final class HistoryColumns {
  private final Map<String, NumberedColumn> ledger;
  private final List<NumberedColumn> known;
  private final FixedColumns fixed;
  private final RequestedAdditions additions;
  private final AddedNames addedNames;

  private HistoryColumns(
      List<NumberedColumn> known,
      FixedColumns fixed,
      RequestedAdditions additions,
      AddedNames addedNames) {
    this.additions = additions;
    this.addedNames = addedNames;
    this.known = List.copyOf(known);
    this.ledger = received(known).collect(toMap(NumberedColumn::received, Function.identity()));
    this.fixed = requireNonNull(fixed, "fixed must not be null");
  }

  /**
   * Puts together what is known of an export's columns.
   *
   * @param catalogue what the catalogue knows of its rows
   * @param chosen the types that the user chose, by key
   * @param known the columns that the ledger has, by ascending number; empty before the first file
   * @param length of the windows, which name the partition
   */
  public static HistoryColumns of(
      KnownColumns catalogue,
      Map<String, ColumnType> chosen,
      List<NumberedColumn> known,
      WindowLength length) {
    return of(catalogue, chosen, known, length, RequestedAdditions.NONE);
  }

  /**
   * Puts together what is known of an export's columns, and what is added to them.
   *
   * @param catalogue what the catalogue knows of its rows
   * @param chosen the types that the user chose, by key
   * @param known the columns that the ledger has, by ascending number; empty before the first file
   * @param length of the windows, which name the partition
   */
  public static HistoryColumns of(
      KnownColumns catalogue,
      Map<String, ColumnType> chosen,
      List<NumberedColumn> known,
      WindowLength length,
      RequestedAdditions additions) {
    ReservedName partition = new ReservedName(length.partition());
    Set<String> always = always(catalogue, known);
    List<FixedColumn> ordered = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    received(known)
        .forEach(
            column -> {
              String key = column.received();
              taken.add(key);
              ordered.add(
                  new FixedColumn(
                      key,
                      column.name(),
                      chosen.getOrDefault(key, column.type()),
                      always.contains(key)));
            });
    Stream.concat(catalogue.whenEmpty().stream(), catalogue.ordered().stream())
        .filter(column -> taken.add(column.name()))
        .map(
            column ->
                new FixedColumn(
                    column.name(),
                    partition.written(column.name()),
                    chosen.getOrDefault(column.name(), column.type()),
                    always.contains(column.name())))
        .forEach(ordered::add);
    Map<String, ColumnType> typesOfOthers = new HashMap<>();
    catalogue.typedByName().forEach(column -> typesOfOthers.put(column.name(), column.type()));
    typesOfOthers.putAll(chosen);
    AddedNames addedNames =
        new AddedNames(
            known,
            names(ordered.stream().map(FixedColumn::name)),
            AddedColumns.of(additions.additions(), additions.baseKeys(), List.of()));
    return new HistoryColumns(
        known,
        new FixedColumns(
            ordered, typesOfOthers, new OutputNames(partition, addedNames.renamedKeys())),
        additions,
        addedNames);
  }

  /** What is in the ledger counts once something is; only what was promised at first is. */
  private static Set<String> always(KnownColumns catalogue, List<NumberedColumn> known) {
    Set<String> promised = names(catalogue.whenEmpty().stream().map(Column::name));
    Set<String> kept =
        names(received(known).map(NumberedColumn::received).filter(promised::contains));
    return kept.isEmpty() ? promised : kept;
  }

  private static Stream<NumberedColumn> received(List<NumberedColumn> columns) {
    return columns.stream().filter(column -> !column.added());
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(toUnmodifiableSet());
  }

  /** What the rows of a slice must fit. */
  public FixedColumns fixed() {
    return fixed;
  }

  /**
   * The columns of a file, in their order, with their numbers: those that were received, then those
   * that are added.
   *
   * @param file the columns that were received, of a file that was written with {@link #fixed()}
   */
  public List<NumberedColumn> ofFile(Schema file) {
    int next = known.stream().mapToInt(NumberedColumn::number).max().orElse(0) + 1;
    List<NumberedColumn> numbered = new ArrayList<>();
    for (Column column : file.columns()) {
      String key = fixed.received(column.name());
      NumberedColumn before = ledger.get(key);
      int number = before == null ? next++ : before.number();
      numbered.add(
          new NumberedColumn(number, key, column.name(), column.type(), column.meaning(), false));
    }
    numbered.addAll(addedNames.numbered(addedTo(file), next));
    return List.copyOf(numbered);
  }

  /**
   * What is added to the columns that were received for a file.
   *
   * @param file these, of a file that was written with {@link #fixed()}
   */
  public List<AddedColumn> addedTo(Schema file) {
    return AddedColumns.of(additions.additions(), additions.baseKeys(), fixed.received(file));
  }
}
