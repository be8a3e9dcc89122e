package dev.vidiexport.app.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A program of the machine that may be installed or not. */
public record Tool(String program) {
  /** What it says of its version; empty when it is not installed. */
  public Optional<String> version() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(program, "--version")).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? said.lines().findFirst() : Optional.empty();
    } catch (IOException notFound) {
      return Optional.empty();
    }
  }
}
