package dev.vidiexport.sinks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server on 127.0.0.1, with a folder and a port of its own. In the database {@code
 * open} anybody is let in; in every other one a password is asked for, but of the server's owner.
 */
public final class PostgresServer implements AutoCloseable {
  /** The user who may do everything. */
  public static final String OWNER = "postgres";

  /** The database that asks nobody for a password. */
  public static final String OPEN = "open";

  /** One that asks all but the owner. */
  public static final String GUARDED = "postgres";

  private static final int MOST_ATTEMPTS = 5;

  private final PostgresPrograms programs;
  private final Path folder;
  private final int port;

  private PostgresServer(PostgresPrograms programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one; where none is installed the test is skipped, or fails where CI runs. */
  public static PostgresServer start() {
    PostgresPrograms programs = PostgresPrograms.find();
    try {
      Path folder = Files.createTempDirectory(Path.of("/tmp"), "postgresql-");
      Certificate.make(folder);
      PostgresPrograms.hand(folder);
      PostgresPrograms.run(
          programs.command(
              "initdb",
              "--no-sync",
              "--username=" + OWNER,
              "--encoding=UTF8",
              "--locale=C.UTF-8",
              "--auth=trust",
              "--pgdata=" + folder.resolve("data")));
      configure(folder);
      PostgresServer server = new PostgresServer(programs, folder, started(programs, folder));
      server.execute(GUARDED, "CREATE DATABASE " + OPEN);
      return server;
    } catch (IOException failure) {
      throw new AssertionError("The server cannot be started", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static void configure(Path folder) throws IOException {
    Path data = folder.resolve("data");
    Files.write(
        data.resolve("pg_hba.conf"),
        List.of(
            "host all %s 127.0.0.1/32 trust".formatted(OWNER),
            "host %s all 127.0.0.1/32 trust".formatted(OPEN),
            "host all all 127.0.0.1/32 scram-sha-256"));
    List<String> lines = new ArrayList<>(Files.readAllLines(data.resolve("postgresql.conf")));
    lines.addAll(
        List.of(
            "fsync = off",
            "shared_buffers = 32MB",
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "ssl = on",
            "ssl_cert_file = '%s'".formatted(folder.resolve(Certificate.FILE)),
            "ssl_key_file = '%s'".formatted(folder.resolve(Certificate.KEY))));
    Files.write(data.resolve("postgresql.conf"), lines);
  }

  /** Another program may take a port that was free; then another one is tried. */
  private static int started(PostgresPrograms programs, Path folder)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        start(programs, folder, port);
        return port;
      } catch (IOException failure) {
        if (attempt == MOST_ATTEMPTS) {
          throw failure;
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void start(PostgresPrograms programs, Path folder, int port)
      throws IOException, InterruptedException {
    PostgresPrograms.run(
        programs.command(
            "pg_ctl",
            "start",
            "--wait",
            "--silent",
            "--pgdata=" + folder.resolve("data"),
            "--log=" + folder.resolve("data").resolve("server.log"),
            "--options=-p " + port));
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** An address of a database for a user. */
  public String address(String user, String database) {
    return "postgresql://%s@127.0.0.1:%s/%s".formatted(user, port, database);
  }

  /** The certificate that the server shows, which is signed by itself, for 127.0.0.1 alone. */
  public Path certificate() {
    return folder.resolve(Certificate.FILE);
  }

  /** Makes a folder that belongs to the server. */
  public Path makeFolder(String name) throws IOException, InterruptedException {
    Path made = Files.createDirectory(folder.resolve(name));
    PostgresPrograms.hand(made);
    return made;
  }

  /** Makes a user, and a schema of that name, which is the first on the user's search path. */
  public void makeUser(String name, String password, String database) {
    execute(
        database,
        "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, password),
        "CREATE SCHEMA \"%s\" AUTHORIZATION \"%s\"".formatted(name, name));
  }

  /**
   * Runs statements as the owner, each in a transaction of its own. By the driver, because a
   * process of psql for each takes longer than all that most of them do.
   */
  public void execute(String database, String... statements) {
    String address =
        "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&sslmode=disable"
            .formatted(port, database, OWNER);
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new AssertionError(String.join(";\n", statements), failure);
    }
  }

  /** What a query finds, read by psql: values joined with bars, a line a row, null as nothing. */
  public List<String> query(String database, String sql) {
    return psql(database, sql).lines().toList();
  }

  /** What a query finds as CSV with a header, in which null is an empty field without quotes. */
  public String csv(String database, String sql) {
    return psql(
        database, "COPY (%s) TO STDOUT WITH (FORMAT csv, HEADER, FORCE_QUOTE *)".formatted(sql));
  }

  private String psql(String database, String sql) {
    List<String> command =
        Stream.concat(
                Stream.of("env", "PGTZ=UTC", "PGCLIENTENCODING=UTF8", "PGCONNECT_TIMEOUT=30"),
                programs
                    .command(
                        "psql",
                        "--no-psqlrc",
                        "--quiet",
                        "--no-align",
                        "--tuples-only",
                        "--set=ON_ERROR_STOP=1",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--username=" + OWNER,
                        "--dbname=" + database,
                        "--file=-")
                    .stream())
            .toList();
    try {
      return Psql.run(command, sql);
    } catch (IOException failure) {
      throw new AssertionError(sql, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private void control(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 3);
    all[arguments.length] = "--wait";
    all[arguments.length + 1] = "--silent";
    all[arguments.length + 2] = "--pgdata=" + folder.resolve("data");
    try {
      PostgresPrograms.run(programs.command("pg_ctl", all));
    } catch (IOException failure) {
      throw new AssertionError("The server cannot be stopped", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    control("stop", "--mode=immediate");
    try {
      PostgresPrograms.run(List.of("rm", "-rf", folder.toString()));
    } catch (IOException failure) {
      throw new AssertionError("The server's folder cannot be removed", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** PostgreSQL's own client, which is given a statement and says what it finds. */
  private static final class Psql {
    private Psql() {}

    static String run(List<String> command, String sql) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().write((sql + ";\n").getBytes(UTF_8));
      process.getOutputStream().close();
      try (InputStream said = process.getInputStream()) {
        String words = new String(said.readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
          throw new IOException("psql says: " + words);
        }
        return words;
      }
    }
  }
}
