package dev.vidiexport.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedCommandTest {
  private static final List<String> WORDS = List.of("export", "--force-rebuild", "-o", "o ut.csv");

  @Test
  void isOneLineForAShell() {
    assertThat(new RepeatedCommand(WORDS).text())
        .contains("vidiexport export --force-rebuild -o 'o ut.csv'");
  }

  @Test
  void namesTheProgramAsMainHasIt() {
    System.setProperty("vidiexport.command", "java -jar '/o pt/vidiexport.jar'");
    try {
      assertThat(new RepeatedCommand(List.of("sync")).text())
          .contains("java -jar '/o pt/vidiexport.jar' sync");
    } finally {
      System.clearProperty("vidiexport.command");
    }
  }

  @Test
  void isQuotedAsWindowsWantsItThere() {
    assertThat(ShellWord.of("C:\\data\\out.csv", true)).isEqualTo("C:\\data\\out.csv");
    assertThat(ShellWord.of("C:\\my data\\out.csv", true)).isEqualTo("\"C:\\my data\\out.csv\"");
    assertThat(ShellWord.of("C:\\my data\\", true)).isEqualTo("\"C:\\my data\\\\\"");
    assertThat(ShellWord.of("C:\\data", false)).isEqualTo("'C:\\data'");
    assertThat(ShellWord.of("", true)).isEqualTo("\"\"");
    assertThat(ShellWord.of("", false)).isEqualTo("''");
  }

  @Test
  void leavesTheRebuildOutHoweverItIsWritten() {
    assertThat(
            new RepeatedCommand(List.of("export", "--force-rebuild", "--force-rebuild=true", "-o"))
                .withoutRebuild()
                .words())
        .containsExactly("export", "-o");
  }

  @Test
  void hidesWhatAFormatOfOthersWasGiven() {
    assertThat(
            new RepeatedCommand(
                    List.of(
                        "export",
                        "--sink-option",
                        "password=secret",
                        "--sink-option=password=secret",
                        "-o",
                        "db://me:secret@host",
                        "-odb://me:secret@host",
                        "--output=db://me:secret@host",
                        "--overwrite"))
                .withoutValuesOfFormat()
                .text())
        .contains(
            "vidiexport export --sink-option ... '--sink-option=...' -o ... -o... '--output=...'"
                + " --overwrite");
  }

  @Test
  void isNotShownWhereItCouldSteerATerminalOrFillIt() {
    assertThat(new RepeatedCommand(List.of("export", "\u001b[2J")).text()).isEmpty();
    assertThat(new RepeatedCommand(List.of("export", "1,".repeat(5_000))).text()).isEmpty();
  }

  /** A shell reads the words back as they were, whatever is in them. */
  @Test
  void isReadBackByAShellAsItWas() {
    Property.holds(
        30,
        random -> {
          List<String> words = new ArrayList<>();
          for (int word = random.nextInt(4); word >= 0; word--) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
              text.append("ab '\"\\$`!*?~#&|;<>()[]{}=é銀-".charAt(random.nextInt(28)));
            }
            words.add(text.toString());
          }
          String shown = new RepeatedCommand(words).text().orElseThrow();

          assertThat(printed(shown.replaceFirst("vidiexport", "printf '%s\\\\n'")))
              .isEqualTo(String.join("\n", words) + "\n");
        });
  }

  /** By its standard input, as a JVM in the plain C locale can give it no such words. */
  private static String printed(String command) throws Exception {
    Process shell = new ProcessBuilder("sh").start();
    try (var input = shell.getOutputStream()) {
      input.write(command.getBytes(UTF_8));
    }
    String out = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).isZero();
    return out;
  }
}
