package dev.vidiexport.app.completion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** fish, which tells by itself what it would offer. */
final class FishShell implements Shell {
  private final ShellPlace place;

  FishShell(ShellPlace place) {
    this.place = place;
  }

  @Override
  public List<String> offers(String line) {
    Path script = ShellPlace.SCRIPTS.resolve("fish/vidiexport.fish").toAbsolutePath();
    try {
      Process fish =
          place
              .process(
                  script,
                  "fish",
                  "--no-config",
                  "-c",
                  "source $argv[1]; complete -C $argv[2]",
                  script.toString(),
                  line)
              .redirectError(Redirect.INHERIT)
              .start();
      ShellPlace.end(fish);
      return new String(fish.getInputStream().readAllBytes(), UTF_8)
          .lines()
          .map(offer -> offer.split("\t")[0])
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // It runs anew for every line.
  }
}
