package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A command line that ran in the process of the tests, away from its streams.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it said on standard error
 */
public record CommandLineRun(int exitCode, String out, String err) {
  /** Credentials, and a service that nobody runs: what slips through calls nobody. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "VIDICENTER_BASE_URL",
          "http://127.0.0.1:9/",
          "VIDICENTER_USERNAME",
          "canary@example.com",
          "VIDICENTER_TOKEN",
          "Cn4ry+T0ken/9f3b");

  static CommandLineRun of(String... arguments) {
    return of(ENVIRONMENT, arguments);
  }

  /** Runs a command line with these environment variables. */
  public static CommandLineRun of(Map<String, String> environment, String... arguments) {
    return of(environment, console -> new VidiexportCommandLine(console).execute(arguments));
  }

  /** Runs a command line by way of the parser, whatever shorter way there is. */
  static CommandLineRun parsed(Map<String, String> environment, String... arguments) {
    return of(environment, console -> new ParsedCommandLine(console).execute(arguments));
  }

  /** The same with a parser that knows all commands, whichever is named. */
  static CommandLineRun parsedByAll(Map<String, String> environment, String... arguments) {
    return of(environment, console -> new ParsedCommandLine(console).parser().execute(arguments));
  }

  private static CommandLineRun of(
      Map<String, String> environment, ToIntFunction<Console> running) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = console(environment, out, err);
    int exitCode = running.applyAsInt(console);
    console.out().flush();
    return new CommandLineRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** A console that nobody sees. */
  static Console console(Map<String, String> environment) {
    return console(environment, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private static Console console(
      Map<String, String> environment, OutputStream out, OutputStream err) {
    return new Console(
        environment,
        InputStream.nullInputStream(),
        out,
        new PrintWriter(new OutputStreamWriter(out, UTF_8), false),
        new PrintWriter(new OutputStreamWriter(err, UTF_8), true),
        false,
        false);
  }
}
