package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Map;

/**
 * A command line that ran in the process of the tests, away from its streams.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it said on standard error
 */
public record CommandLineTrial(int exitCode, String out, String err) {
  /** Credentials, and a service that nobody runs: what slips through calls nobody. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "VIDICENTER_BASE_URL",
          "http://127.0.0.1:9/",
          "VIDICENTER_USERNAME",
          "canary@example.com",
          "VIDICENTER_TOKEN",
          "Cn4ry+T0ken/9f3b");

  static CommandLineTrial of(String... arguments) {
    return of(ENVIRONMENT, arguments);
  }

  /** Runs a command line with these environment variables. */
  public static CommandLineTrial of(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            environment,
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintWriter(new OutputStreamWriter(out, UTF_8), false),
            new PrintWriter(new OutputStreamWriter(err, UTF_8), true),
            false);
    int exitCode = new VidiexportCommandLine(console).execute(arguments);
    return new CommandLineTrial(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}
