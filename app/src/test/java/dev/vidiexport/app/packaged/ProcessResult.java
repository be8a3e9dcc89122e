package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a run of the program ended.
 *
 * @param exitCode its exit code
 * @param out the bytes on its standard output
 * @param err what it said on standard error
 */
public record ProcessResult(int exitCode, byte[] out, String err) {
  private static final Pattern SERVER = Pattern.compile("127\\.0\\.0\\.1:[0-9]+");
  private static final Pattern TIME =
      Pattern.compile("(?<![\\w.-])[0-9]+(\\.[0-9])?(ms|s|m|h)( [0-9]+[sm])?(?![\\w])");

  private static final Pattern COMMAND = Pattern.compile("(?m)^To go on: .*");
  private static final Pattern RATE = Pattern.compile("[0-9]+\\.[0-9] MB/s");

  /** Standard output as text. */
  public String text() {
    return new String(out, UTF_8);
  }

  /** Standard error with SERVER, TIME, RATE and COMMAND for what is different in each run. */
  public String messages() {
    String messages = SERVER.matcher(err).replaceAll("SERVER");
    messages = COMMAND.matcher(messages).replaceAll("To go on: COMMAND");
    return TIME.matcher(RATE.matcher(messages).replaceAll("RATE")).replaceAll("TIME");
  }

  /** The same with each line once that only says that the program still does what it did. */
  public String talkWithoutSignsOfLife() {
    List<String> lines = new ArrayList<>();
    messages().lines().filter(line -> !line.equals(last(lines))).forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static String last(List<String> lines) {
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
