package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Letters beyond ASCII in the names of files and users, and in what is written. Tests in a place
 * without such letters could not look for the files, and could not pass their names on.
 */
@EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
class UnicodeNamesIT {
  private static final String USER = "ł@example.com";
  private static final String ANSWER =
      """
      {"state": "finished", "creation_date": "2016-08-25T15:22:35",
       "data": [{"location_id": 1056, "café": "naïve 日本 😀"}]}
      """;
  private static final String CSV = "location_id,café\n1056,naïve 日本 😀\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"café.csv", "naïve/日本.parquet", "😀/ı.jsonl"})
  void namesFilesWithThem(String output) throws IOException {
    Path file = folder.resolve(output);
    Files.createDirectories(file.getParent());
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json(ANSWER))) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", output, "--report", "ł.json"));

      assertThat(ended.err()).contains("Wrote " + output + ": 1 row, 2 columns");
      assertThat(ended.exitCode()).isZero();
      assertThat(file).isNotEmptyFile();
      assertThat(Files.readString(folder.resolve("ł.json"))).contains("\"" + output + "\"");
    }
  }

  @Test
  void sendsThemInTheNameOfAUser() {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json(ANSWER))) {
      PackagedJar jar =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("VIDICENTER_USERNAME", USER);

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", "out.csv"));

      String credentials = USER + ":" + Canary.TOKEN;
      assertThat(ended.exitCode()).isZero();
      assertThat(vidiCenter.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.headers())
                      .containsEntry(
                          "authorization",
                          "Basic "
                              + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.csv", "-"})
  void writesContentsInUtf8WhereTheLocaleKnowsNone(String output) throws IOException {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json(ANSWER))) {
      PackagedJar jar = withoutLetters(vidiCenter);

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", output, "-f", "csv"));

      assertThat(ended.exitCode()).isZero();
      assertThat(output.equals("-") ? ended.text() : Files.readString(folder.resolve(output)))
          .isEqualTo(CSV);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output=café.csv", "--report=ł.json", "--username=ł@example.com"})
  void refusesArgumentsThatTheLocaleCannotTell(String argument) {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json(ANSWER))) {
      String output = argument.startsWith("--output") ? argument : "--output=out.csv";

      ProcessResult ended =
          withoutLetters(vidiCenter)
              .run(
                  ExampleCommandLine.export(
                      List.of(output, argument).stream().distinct().toArray(String[]::new)));

      assertThat(ended.err())
          .contains("has characters that this locale cannot represent. Set LC_ALL=C.UTF-8.");
      assertNothingDone(ended, vidiCenter);
    }
  }

  @Test
  void refusesAUserThatTheLocaleCannotTell() {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json(ANSWER))) {
      ProcessResult ended =
          withoutLetters(vidiCenter)
              .withVariable("VIDICENTER_USERNAME", USER)
              .run(ExampleCommandLine.export("-o", "out.csv"));

      assertThat(ended.err())
          .contains(
              "VIDICENTER_USERNAME has characters that this locale cannot represent. Set"
                  + " LC_ALL=C.UTF-8.");
      assertNothingDone(ended, vidiCenter);
    }
  }

  @Test
  void refusesToRunInAFolderThatTheLocaleCannotTell() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("日本"));
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json(ANSWER))) {
      PackagedJar jar =
          PackagedJar.in(inside).askingAt(vidiCenter.baseUrl()).withVariable("LC_ALL", "C");

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", "out.csv"));

      assertThat(ended.err())
          .contains("The folder \"")
          .contains("has characters that this locale cannot represent. Set LC_ALL=C.UTF-8.");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(jar.files()).isEmpty();
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  private PackagedJar withoutLetters(ScriptedVidiCenter vidiCenter) {
    return PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()).withVariable("LC_ALL", "C");
  }

  private void assertNothingDone(ProcessResult ended, ScriptedVidiCenter vidiCenter) {
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(PackagedJar.in(folder).files()).isEmpty();
    assertThat(vidiCenter.requests()).isEmpty();
  }
}
