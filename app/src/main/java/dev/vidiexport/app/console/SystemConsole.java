package dev.vidiexport.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** The console of the real process. */
public final class SystemConsole {
  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private SystemConsole() {}

  /**
   * Opens the standard streams in UTF-8, whatever the locale says. From then on {@code System.out}
   * leads to standard error: standard output is for data, and plugins and libraries print to it.
   * Streams that were closed from the start say so. Must come before any file is opened, which
   * could take the number of one.
   */
  public static Console open() {
    StandardStreams streams = StandardStreams.ofThisProcess();
    System.setOut(System.err);
    boolean isClosed = streams.closed().contains(StandardStreams.Stream.OUTPUT);
    boolean takesNoData = isClosed || streams.maybeClosed().contains(StandardStreams.Stream.OUTPUT);
    OutputStream out =
        isClosed ? ClosedStreams.forTexts() : new FileOutputStream(FileDescriptor.out);
    return new Console(
        System.getenv(),
        streams.closed().contains(StandardStreams.Stream.INPUT) ? ClosedStreams.input() : System.in,
        takesNoData ? ClosedStreams.forData() : out,
        new PrintWriter(new OutputStreamWriter(out, UTF_8), false),
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8), true),
        outMayBeTerminal(),
        errIsTerminal());
  }

  /**
   * From now on what plugins and libraries print is said line by line, as everything else is.
   *
   * @return says what has no line end; to be run before the process ends
   */
  public static Runnable sayWhatIsPrinted(UserMessages messages) {
    PrintedLines lines = new PrintedLines(messages::printed);
    PrintStream printed = new PrintStream(lines, true, UTF_8);
    System.setErr(printed);
    System.setOut(printed);
    return lines::close;
  }

  /** Neither files nor pipes are devices. */
  private static boolean outMayBeTerminal() {
    try {
      String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
      return target.startsWith("/dev/") && !target.equals("/dev/null");
    } catch (IOException | UnsupportedOperationException notTold) {
      return true;
    }
  }

  /**
   * Where the system does not tell about standard error alone, picocli's view of all streams
   * decides.
   */
  private static boolean errIsTerminal() {
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notTold) {
      return Ansi.AUTO.enabled();
    }
  }
}
