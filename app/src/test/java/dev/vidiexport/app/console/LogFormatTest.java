package dev.vidiexport.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.property.Property;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages for programs. */
class LogFormatTest {
  private final StringWriter err = new StringWriter();

  private UserMessages messages(UserMessages.Level level) {
    return new UserMessages(
        new PrintWriter(err, true),
        level,
        LogFormat.JSON,
        () -> Instant.parse("2024-03-04T06:00:00.123456Z"));
  }

  private List<JsonObject> lines() {
    return err.toString()
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  @Test
  void areOneObjectEach() {
    UserMessages messages = messages(UserMessages.Level.NORMAL);

    messages.note("A \"b\"\n\u2028", MessageFields.ofSlice("viewers", "2024-03-01"));
    messages.detail("not told");
    messages.warn("c", Optional.of(new IllegalStateException("not told")));
    messages.error("d", new IllegalStateException("not told"), 143);
    messages.problems("vidiexport export", List.of("e.", "f."));

    assertThat(err.toString())
        .startsWith(
            "{\"time\":\"2024-03-04T06:00:00.123Z\",\"level\":\"info\",\"message\":\"A"
                + " \\\"b\\\"\\n\\u2028\",\"export\":\"viewers\",\"window\":\"2024-03-01\"}\n");
    assertThat(lines())
        .extracting(line -> line.get("level").getAsString())
        .containsExactly("info", "warning", "error", "error", "error", "info");
    assertThat(lines().get(2).get("code").getAsInt()).isEqualTo(143);
    assertThat(lines().get(3).get("code").getAsInt()).isEqualTo(2);
    assertThat(lines().get(5).get("message").getAsString())
        .isEqualTo("Try: vidiexport export --help");
    assertThat(err.toString()).doesNotContain("not told");
  }

  @Test
  void hideSecretsInEveryField() {
    UserMessages messages = messages(UserMessages.Level.VERBOSE);
    messages.hide(text -> text.replace("s\"cret", "(hidden)"));

    messages.error("a s\"cret", new IllegalStateException("b s\"cret"));

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0).get("message").getAsString()).isEqualTo("a (hidden)");
    assertThat(lines().get(0).get("stack_trace").getAsString())
        .startsWith("java.lang.IllegalStateException: b (hidden)\n    at ");
  }

  @Test
  void areValidWhateverIsSaid() {
    Property.holds(
        200,
        random -> {
          err.getBuffer().setLength(0);
          StringBuilder text = new StringBuilder();
          for (int length = random.nextInt(40); length > 0; length--) {
            text.append((char) random.nextInt(0x10000));
          }

          messages(UserMessages.Level.NORMAL).warn(text.toString());

          assertThat(err.toString()).matches("[^\n]*\n");
          assertThat(lines()).hasSize(1);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "sync --log-format json, '', JSON",
    "--log-format=json sync, '', JSON",
    "sync --log-format=text, json, TEXT",
    "sync, json, JSON",
    "sync, '', TEXT",
    "sync --log-format xml, json, TEXT",
    "sync --log-format, '', TEXT",
    "sync -- --log-format json, '', TEXT",
  })
  void areChosenByTheCommandLineAndThenByTheEnvironment(
      String commandLine, String variable, LogFormat format) {
    assertThat(LogFormat.of(Map.of(LogFormat.VARIABLE, variable), commandLine.split(" ")))
        .isEqualTo(format);
  }

  @Test
  void haveWhatOthersPrintLineByLine() {
    List<String> said = new ArrayList<>();
    PrintedLines lines = new PrintedLines(said::add);
    PrintStream printed = new PrintStream(lines, true, UTF_8);

    printed.print("a ");
    printed.println("\u00e9");
    printed.print("b\r\nc\n\n");
    printed.print("d");
    lines.close();

    assertThat(said).containsExactly("a \u00e9", "b", "c", "", "d");
  }
}
