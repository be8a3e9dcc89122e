package dev.vidiexport.app.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Where shells run: in a folder, as a user with nothing of their own. Any Java, and the program
 * itself, leave a mark there when a shell starts them.
 */
final class ShellPlace {
  /** What the build has made. */
  static final Path SCRIPTS = Path.of("target/completion");

  private static final long MOST_SECONDS = 60;

  private final Path folder;
  private final Path programs;
  private final Path mark;
  private final Path home;
  private final Map<String, String> variables = new HashMap<>();

  private ShellPlace(Path folder, Path aside) {
    this.folder = folder;
    programs = aside.resolve("bin");
    mark = aside.resolve("started");
    home = aside.resolve("home");
  }

  /**
   * A place.
   *
   * @param folder where shells run
   * @param aside an empty folder for everything else
   */
  static ShellPlace in(Path folder, Path aside) throws IOException {
    ShellPlace place = new ShellPlace(folder, aside);
    Files.createDirectories(place.programs);
    Files.createDirectories(place.home);
    for (String program : new String[] {"java", "vidiexport"}) {
      Path script = place.programs.resolve(program);
      Files.writeString(script, "#!/bin/sh\necho \"$0\" >>'%s'\n".formatted(place.mark));
      if (!script.toFile().setExecutable(true)) {
        throw new IOException("cannot make executable: " + script);
      }
    }
    return place;
  }

  Path folder() {
    return folder;
  }

  Path home() {
    return home;
  }

  /** Sets a variable for shells that are started from now on. */
  void set(String variable, String value) {
    variables.put(variable, value);
  }

  /** What a shell has started that it must not. */
  String started() throws IOException {
    return Files.exists(mark) ? Files.readString(mark) : "";
  }

  /** A shell that is to be started. */
  ProcessBuilder process(Path script, String... command) {
    ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = process.environment();
    String path = environment.get("PATH");
    environment.clear();
    environment.put("PATH", programs + ":" + path);
    environment.put("HOME", home.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TERM", "vt100");
    environment.put("SCRIPT", script.toString());
    environment.putAll(variables);
    return process;
  }

  /** Ends a shell that hangs, so that whoever reads from it goes on. */
  static void end(Process shell) {
    CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
        .execute(shell::destroyForcibly);
  }
}
