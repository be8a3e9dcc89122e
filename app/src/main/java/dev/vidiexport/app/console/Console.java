package dev.vidiexport.app.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has around it: the environment and the standard streams. The one place in which
 * commands meet them, so that a test can bring its own.
 *
 * @param environment the environment variables
 * @param in standard input
 * @param data standard output for bytes; unlike {@code System.out}, it throws when it cannot write,
 *     and when it was closed from the start, already when it is flushed
 * @param out standard output for texts, UTF-8; leads to where {@code data} does
 * @param err standard error, UTF-8, flushed with each line
 * @param outMayBeTerminal whether standard output may lead to a terminal; where it does not tell,
 *     it may
 * @param errIsTerminal whether somebody watches standard error on a terminal
 * @param logFormat how messages stand on standard error
 */
public record Console(
    Map<String, String> environment,
    InputStream in,
    OutputStream data,
    PrintWriter out,
    PrintWriter err,
    boolean outMayBeTerminal,
    boolean errIsTerminal,
    LogFormat logFormat) {

  /** One whose messages are for people. */
  public Console(
      Map<String, String> environment,
      InputStream in,
      OutputStream data,
      PrintWriter out,
      PrintWriter err,
      boolean outMayBeTerminal,
      boolean errIsTerminal) {
    this(environment, in, data, out, err, outMayBeTerminal, errIsTerminal, LogFormat.TEXT);
  }

  /** The same with messages in the format that a command line asks for. */
  public Console forCommandLine(String... arguments) {
    return new Console(
        environment,
        in,
        data,
        out,
        err,
        outMayBeTerminal,
        errIsTerminal,
        LogFormat.of(environment, arguments));
  }

  /** An environment variable; empty when it is not set, or set to nothing. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
