package dev.vidiexport.sinks.server;

import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of the PostgreSQL that is installed. A server does not run as root. */
final class PostgresPrograms {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final String OWNER = "postgres";

  /** Only ends what hangs. */
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;

  private PostgresPrograms(Path folder) {
    this.folder = folder;
  }

  /** Those of the newest version; tests that need them are skipped where there are none. */
  static PostgresPrograms find() {
    Path newest = newest();
    MachineRequirements.must(
        "start a PostgreSQL: install postgresql", newest.resolve("initdb").toString(), "--version");
    if (MachineRequirements.isRoot()) {
      MachineRequirements.must(
          "start a PostgreSQL as its user: install util-linux",
          asOwner("true").toArray(new String[0]));
    }
    return new PostgresPrograms(newest);
  }

  private static Path newest() {
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparingInt(PostgresPrograms::version))
          .orElse(INSTALLED);
    } catch (IOException notInstalled) {
      return INSTALLED;
    }
  }

  private static int version(Path bin) {
    String version = bin.getParent().getFileName().toString();
    return version.matches("[0-9]{1,4}") ? Integer.parseInt(version) : 0;
  }

  private static List<String> asOwner(String... command) {
    List<String> words = new ArrayList<>();
    if (MachineRequirements.isRoot()) {
      words.addAll(List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups"));
    }
    words.addAll(List.of(command));
    return words;
  }

  /** The words of a command that runs one of the programs as the owner of the server. */
  List<String> command(String program, String... arguments) {
    List<String> words = new ArrayList<>(asOwner(folder.resolve(program).toString()));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Gives a folder and what is in it to the owner of the server. */
  static void hand(Path path) throws IOException, InterruptedException {
    if (MachineRequirements.isRoot()) {
      run(List.of("chown", "-R", OWNER + ":" + OWNER, path.toString()));
    }
  }

  /** Runs a command to its good end. */
  static String run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("postgresql-said-", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String words = Files.readString(said);
      if (!ended || process.exitValue() != 0) {
        throw new IOException("%s failed: %s".formatted(command, words));
      }
      return words;
    } finally {
      Files.delete(said);
    }
  }
}
