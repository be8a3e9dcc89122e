package dev.vidiexport.app.backfill;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.app.packaged.Canary;
import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.server.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A database that keeps a history, as others see it: by a reader that is not the program's. */
interface HistoryDatabase {
  /** What a project file names as its target. */
  String target();

  /** The program with what it needs to be let in. */
  PackagedJar letIn(PackagedJar jar);

  /** What a query finds, values joined with bars. */
  List<String> query(String sql) throws Exception;

  /** Changes something behind the program's back. */
  void execute(String sql) throws Exception;

  /** The rows of a table as lines of JSON, with all digits of decimals. */
  List<String> jsonLines(String table, List<Column> columns) throws Exception;

  /** Whether there is a table. */
  boolean has(String table) throws Exception;

  /** Of a user of its own, whose password is the token of the tests. */
  static HistoryDatabase of(PostgresServer server, String user) {
    server.makeUser(user, Canary.TOKEN, PostgresServer.GUARDED);
    return new Server(server, user);
  }

  /** A file, seen from the folder of the project. */
  static HistoryDatabase of(Path folder, String name) {
    return new File(folder.resolve(name), name);
  }

  /** A schema of a server. */
  record Server(PostgresServer server, String user) implements HistoryDatabase {
    @Override
    public String target() {
      return server.address(user, PostgresServer.GUARDED);
    }

    @Override
    public PackagedJar letIn(PackagedJar jar) {
      return jar.withVariable("PGPASSWORD", Canary.TOKEN);
    }

    private String inSchema(String sql) {
      return "SET search_path = \"%s\";\n%s".formatted(user, sql);
    }

    @Override
    public List<String> query(String sql) {
      return server.query(PostgresServer.GUARDED, inSchema(sql));
    }

    @Override
    public void execute(String sql) {
      server.execute(PostgresServer.GUARDED, inSchema(sql));
    }

    @Override
    public List<String> jsonLines(String table, List<Column> columns) {
      return query(
          "SELECT row_to_json(r) FROM (SELECT %s FROM \"%s\") r"
              .formatted(
                  columns.stream().map(column -> quoted(column)).collect(joining(", ")), table));
    }

    @Override
    public boolean has(String table) {
      return !query(
              "SELECT 1 FROM pg_tables WHERE schemaname = '%s' AND tablename = '%s'"
                  .formatted(user, table))
          .isEmpty();
    }
  }

  /** A file of SQLite. */
  record File(Path path, String name) implements HistoryDatabase {
    @Override
    public String target() {
      return "sqlite:" + name;
    }

    @Override
    public PackagedJar letIn(PackagedJar jar) {
      return jar;
    }

    @Override
    public List<String> query(String sql) throws Exception {
      return OtherSqlite.query(path, sql);
    }

    @Override
    public void execute(String sql) throws Exception {
      OtherSqlite.query(path, sql);
    }

    /** SQLite itself writes fifteen digits of a decimal. */
    @Override
    public List<String> jsonLines(String table, List<Column> columns) throws Exception {
      return query(
          "SELECT json_object(%s) FROM \"%s\""
              .formatted(
                  columns.stream()
                      .map(
                          column ->
                              "'%s', %s"
                                  .formatted(
                                      column.name(),
                                      column.type() == ColumnType.DECIMAL
                                          ? "CASE WHEN %1$s IS NOT NULL THEN printf('%%!.17g', %1$s) END"
                                              .formatted(quoted(column))
                                          : quoted(column)))
                      .collect(joining(", ")),
                  table));
    }

    @Override
    public boolean has(String table) throws Exception {
      return Files.exists(path)
          && !query("SELECT 1 FROM sqlite_schema WHERE name = '%s'".formatted(table)).isEmpty();
    }
  }

  private static String quoted(Column column) {
    return '"' + column.name() + '"';
  }
}
