package com.example.duckdb;

import static com.example.duckdb.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that exists keeps every row as it is, or the run fails and adds none. */
class AppendTest {
  private static final Map<String, String> APPENDING = Map.of("table", "viewers", "mode", "append");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("audience.duckdb");
  }

  private static SampleTable column(ColumnType type, SampleValue... values) {
    SampleTable table = SampleTable.of(new Column("a", type));
    for (SampleValue value : values) {
      table = table.withRow(value);
    }
    return table;
  }

  @Test
  void findsColumnsByNameInAnyOrder() throws Exception {
    Exports.execute(
        file,
        "CREATE SEQUENCE numbers",
        "CREATE TABLE viewers (id BIGINT PRIMARY KEY DEFAULT nextval('numbers'), PERIOD_START"
            + " TIMESTAMP, twice BIGINT GENERATED ALWAYS AS (2 * location_id), span INTERVAL,"
            + " location_id BIGINT)");

    Exports.check(file, APPENDING);
    Exports.write(file, VIEWERS, APPENDING);
    Exports.write(file, VIEWERS, APPENDING);

    assertThat(Exports.query(file, "SELECT id, period_start::VARCHAR, twice, span FROM viewers"))
        .containsExactly(
            "1|2016-04-29 10:00:00|2112|null",
            "2|null|2114|null",
            "3|2016-04-29 10:00:00|2112|null",
            "4|null|2114|null");
  }

  @Test
  void bringsMoreRowsThanAPartHolds() throws Exception {
    int rows = 300_000;
    Exports.execute(file, "CREATE TABLE viewers (b VARCHAR, a BIGINT)");
    SampleTable one = column(ColumnType.WHOLE, SampleValue.number("7"));
    try (Sink sink = Exports.open(file, one.schema(), APPENDING)) {
      Exports.feedAgain(one, rows, sink);
      sink.commit(Exports.provenance(rows));
    }

    assertThat(Exports.query(file, "SELECT count(*), sum(a), count(b) FROM viewers"))
        .containsExactly("300000|2100000|0");
  }

  @Test
  void saysAllThatStandsAgainstIt() throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE viewers (location_id BOOLEAN, twice TIMESTAMP GENERATED ALWAYS AS (now()),"
            + " source VARCHAR NOT NULL, note VARCHAR)");

    assertThatThrownBy(() -> Exports.open(file, VIEWERS.schema(), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table \"viewers\" does not take these rows: its column \"location_id\" is BOOLEAN,"
                + " which does not keep BIGINT values; it has no column \"period_start\" to write"
                + " to; its column \"source\" needs a value, and the export has none. Use another"
                + " table=NAME.");
    // Nothing holds the file any more.
    Exports.execute(file, "INSERT INTO viewers VALUES (true, 'x', 'y')");
  }

  @Test
  void refusesAColumnThatTheTableWorksOutByItself() throws Exception {
    Exports.execute(
        file, "CREATE TABLE viewers (x BIGINT, a BIGINT GENERATED ALWAYS AS (2 * x) VIRTUAL)");

    assertThatThrownBy(
            () -> Exports.write(file, column(ColumnType.WHOLE, SampleValue.number("1")), APPENDING))
        .hasMessageContaining("it has no column \"a\" to write to.");
  }

  @Test
  void takesTheWholeNumbersThatATypeKeeps() throws Exception {
    SampleTable table = SampleTable.of(columnsOf(KeptValuesTest.WHOLE_TYPES));
    table = table.withRow(numbers(KeptValuesTest.LEAST)).withRow(numbers(KeptValuesTest.MOST));
    Exports.execute(
        file,
        "CREATE TABLE viewers ("
            + KeptValuesTest.WHOLE_TYPES.stream()
                .map(type -> type + "_ " + type)
                .collect(Collectors.joining(", "))
            + ")");

    Exports.write(file, table, APPENDING);

    assertThat(
            Exports.query(
                file, "SELECT COLUMNS(*)::HUGEINT::VARCHAR FROM viewers ORDER BY bigint_"))
        .containsExactly(joined(KeptValuesTest.LEAST), joined(KeptValuesTest.MOST));
  }

  private static Column[] columnsOf(List<String> types) {
    return types.stream()
        .map(type -> new Column(type + "_", ColumnType.WHOLE))
        .toArray(Column[]::new);
  }

  private static SampleValue[] numbers(List<Long> numbers) {
    return numbers.stream().map(AppendTest::number).toArray(SampleValue[]::new);
  }

  private static String joined(List<Long> numbers) {
    return numbers.stream().map(number -> Long.toString(number)).collect(Collectors.joining("|"));
  }

  @Test
  void refusesAWholeNumberThatATypeDoesNotKeepWithItsRow() throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (a SMALLINT)");

    assertThatThrownBy(
            () ->
                Exports.write(file, column(ColumnType.WHOLE, number(7), number(32_768)), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table's column \"a\" is SMALLINT, which does not keep the whole value of row 2."
                + " Use another table=NAME.");

    assertThat(Exports.query(file, "FROM viewers")).isEmpty();
  }

  private static SampleValue number(long value) {
    return SampleValue.number(Long.toString(value));
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, PLAIN, 'DECIMAL(18,3)'",
    "DECIMAL, PLAIN, FLOAT",
    "DECIMAL, PLAIN, BIGINT",
    "DECIMAL, PLAIN, VARCHAR",
    "BOOLEAN, PLAIN, BIGINT",
    "TIMESTAMP, PLAIN, TIMESTAMP WITH TIME ZONE",
    "TIMESTAMP, PLAIN, TIMESTAMP_S",
    "TIMESTAMP, PLAIN, DATE",
    "TIMESTAMP, UTC, TIMESTAMP",
    "TEXT, DATE, TIMESTAMP",
    "NESTED, PLAIN, BLOB"
  })
  void refusesATypeThatWouldChangeValues(ColumnType type, ColumnMeaning meaning, String declared)
      throws Exception {
    SampleTable table = SampleTable.of(new Column("a", type, meaning));
    Exports.execute(file, "CREATE TABLE viewers (a %s)".formatted(declared));

    assertThatThrownBy(() -> Exports.open(file, table.schema(), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its column \"a\" is %s, which does not keep ".formatted(declared));
  }

  @Test
  void keepsDaysAndNestedValuesAsTexts() throws Exception {
    SampleTable table =
        SampleTable.of(
                new Column("day", ColumnType.TEXT, ColumnMeaning.DATE),
                new Column("nested", ColumnType.NESTED))
            .withRow(SampleValue.text("0001-01-01"), SampleValue.nested("{\"a\":1.50}"));
    Exports.execute(file, "CREATE TABLE viewers (\"day\" VARCHAR, nested VARCHAR)");

    Exports.write(file, table, APPENDING);

    assertThat(Exports.query(file, "FROM viewers")).containsExactly("0001-01-01|{\"a\":1.50}");
  }

  /** A column that is null throughout comes as text. */
  @ParameterizedTest
  @ValueSource(strings = {"BIGINT", "DATE", "JSON", "ENUM('a', 'b')", "STRUCT(x INTEGER)"})
  void appendsNullsToAColumnThatTakesNoTexts(String type) throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (a %s)".formatted(type));
    SampleTable nulls = column(ColumnType.TEXT, SampleValue.nothing());

    Exports.write(file, nulls, APPENDING);

    assertThatThrownBy(() -> Exports.write(file, nulls.withRow(SampleValue.text("007")), APPENDING))
        .hasMessage(
            "the table's column \"a\" is %s, which does not keep the text value of row 2. Use"
                + " another table=NAME.",
            type);
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers WHERE a IS NULL"))
        .containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BIGINT NOT NULL DEFAULT 5", "BIGINT PRIMARY KEY"})
  void refusesANullWithItsRow(String column) throws Exception {
    Exports.execute(file, "CREATE TABLE viewers (a %s)".formatted(column));

    assertThatThrownBy(
            () ->
                Exports.write(
                    file, column(ColumnType.WHOLE, number(1), SampleValue.nothing()), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the table's column \"a\" is BIGINT NOT NULL, which does not take the null of row 2."
                + " Use another table=NAME.");

    assertThat(Exports.query(file, "SELECT * FROM viewers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a BIGINT UNIQUE, violates unique constraint",
    "a BIGINT PRIMARY KEY, violates primary key constraint",
    "a BIGINT CHECK (a < 2), CHECK constraint failed",
    "a BIGINT REFERENCES other (b), Violates foreign key constraint"
  })
  void addsNoRowWhenOneBreaksAConstraint(String column, String constraint) throws Exception {
    Exports.execute(
        file,
        "CREATE TABLE other (b BIGINT PRIMARY KEY)",
        "INSERT INTO other VALUES (1)",
        "CREATE TABLE viewers (%s)".formatted(column),
        "INSERT INTO viewers VALUES (1)");

    assertThatThrownBy(
            () ->
                Exports.write(
                    file, column(ColumnType.WHOLE, number(2), number(1), number(2)), APPENDING))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the rows could not be written (DuckDB says: Constraint Error: ")
        .hasMessageContaining(constraint);

    assertThat(Exports.query(file, "SELECT a FROM viewers")).containsExactly("1");
  }
}
