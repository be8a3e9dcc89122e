package dev.vidiexport.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.packaged.ReceivedRequest;
import dev.vidiexport.app.packaged.ScriptedAnswer;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.domain.diagnosis.CheckName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault at a time, and what a doctor says of it; the service is real sockets. */
class DoctorCommandTest {
  private static final String TOKEN = "Cn4ry+T0ken/9f3b";
  private static final ScriptedAnswer WELL =
      ScriptedAnswer.json("{\"username\": \"canary@example.com\"}");

  @TempDir private Path folder;

  private ScriptedAnswer whoami = WELL;
  private ScriptedAnswer lists = ScriptedAnswer.json("[{\"id\": 1056}]");
  private final Map<String, String> environment = new LinkedHashMap<>();
  private ScriptedVidiCenter vidiCenter;

  @BeforeEach
  void start() {
    vidiCenter =
        ScriptedVidiCenter.choosing(
            request -> request.path().endsWith("/whoami/") ? whoami : lists);
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("VIDICENTER_BASE_URL", vidiCenter.baseUrl());
    environment.put("VIDICENTER_USERNAME", "canary@example.com");
    environment.put("VIDICENTER_TOKEN", TOKEN);
  }

  @AfterEach
  void startsNoExport() {
    assertThat(vidiCenter.requests())
        .extracting(ReceivedRequest::path)
        .noneMatch(path -> path.contains("/data"));
    vidiCenter.close();
  }

  @Test
  void allIsWellWithoutAProject() {
    Finding finding = doctor();

    assertThat(finding.exitCode()).isZero();
    assertThat(finding.failed()).isEmpty();
    assertThat(finding.marked("warning")).isEmpty();
    assertThat(finding.marked("skipped"))
        .containsExactly("project-file", "encryption", "clock", "target", "ledger", "formats");
    assertThat(vidiCenter.requests()).hasSize(6);
  }

  @Test
  void allIsWellWithAProject() throws IOException {
    Finding finding = doctor("--config", project(""));

    assertThat(finding.exitCode()).isZero();
    assertThat(finding.marked("ok"))
        .contains("project-file", "target", "ledger", "formats", "account", "topology");
    assertThat(finding.text("target")).contains("audience can be made; ");
    assertThat(folder.resolve("audience")).doesNotExist();
  }

  @Test
  void everyCheckIsToldOnceAndInItsOrder() throws IOException {
    List<String> names = Arrays.stream(CheckName.values()).map(CheckName::word).toList();

    assertThat(doctor().names()).isEqualTo(names);
    assertThat(doctor("--config", project("")).names()).isEqualTo(names);
    environment.remove("VIDICENTER_TOKEN");
    assertThat(doctor("--config", folder.resolve("none.yaml").toString()).names()).isEqualTo(names);
  }

  @Test
  void theTextHasALineForEachCheckAndASum() {
    CommandLineRun run = CommandLineRun.of(environment, "doctor");

    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(CheckName.values().length + 1);
    assertThat(lines.get(1)).startsWith("ok       temporary-folder  ");
    assertThat(lines.get(lines.size() - 1)).matches("17 checks: 1[01] ok, .*6 skipped\\.");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void missingCredentialsAreToldTogether() {
    environment.remove("VIDICENTER_USERNAME");
    environment.remove("VIDICENTER_TOKEN");

    Finding finding = doctor();

    assertFails(finding, 2, "credentials");
    assertThat(finding.text("credentials"))
        .isEqualTo(
            "No user name: give --username, or set VIDICENTER_USERNAME. No token: give --token-file,"
                + " or set VIDICENTER_TOKEN.");
    assertThat(finding.text("account")).startsWith("Not checked");
    assertThat(vidiCenter.requests()).isEmpty();
  }

  @Test
  void aTokenFileThatOthersCanReadIsTold() throws IOException {
    Path token = tokenFile("rw-r--r--");

    Finding finding = doctor("--token-file", token.toString());

    assertFails(finding, 2, "credentials");
    assertThat(finding.text("credentials")).contains("others can read", "mode 0644", "chmod 600");
  }

  @Test
  void whereTheTokenIsFromIsToldAndNotTheToken() throws IOException {
    Path token = tokenFile("rw-------");

    assertThat(doctor("--token-file", token.toString()).text("credentials"))
        .startsWith("canary@example.com, with the token from \"" + token)
        .endsWith("mode 0600.");
    assertThat(doctor().text("credentials"))
        .isEqualTo("canary@example.com, with the token from VIDICENTER_TOKEN.");
  }

  @Test
  void anAddressThatIsNoneIsTold() {
    environment.put("VIDICENTER_BASE_URL", "http://vidicenter.example.com/");

    Finding finding = doctor();

    assertFails(finding, 2, "address");
    assertThat(finding.text("address")).contains("must begin with https://");
  }

  @Test
  void limitsThatAreNoneAreTold() {
    environment.put("VIDIEXPORT_MAX_EXPORTS", "4");

    assertFails(doctor(), 2, "address");
  }

  @Test
  void refusedCredentialsEndWith3() {
    whoami = ScriptedAnswer.of("401 Unauthorized", "{\"message\": \"Invalid API Token\"}");

    Finding finding = doctor();

    assertFails(finding, 3, "account");
    assertThat(finding.text("account")).contains("401: Invalid API Token");
    assertThat(finding.text("topology")).startsWith("Not checked");
  }

  @Test
  void aServiceThatIsNotThereEndsWith8() {
    environment.put("VIDICENTER_BASE_URL", "http://127.0.0.1:9/");

    Finding finding = doctor();

    assertFails(finding, 8, "connection");
    assertThat(finding.text("connection")).contains("was refused");
    assertThat(finding.marked("skipped")).contains("clock", "account", "topology");
  }

  @Test
  void aPageInsteadOfTheServiceEndsWith7() {
    whoami = ScriptedAnswer.of("200 OK", "<html>Sign in</html>", "Content-Type: text/html");

    assertFails(doctor(), 7, "account");
  }

  @Test
  void aTopologyThatIsRefusedHasItsCode() {
    lists = ScriptedAnswer.of("404 Not Found", "");

    assertFails(doctor(), 9, "topology");
  }

  @Tag("deadline")
  @Test
  void aTopologyThatDoesNotComeInTimeEndsWithItsCode() {
    lists = ScriptedAnswer.silence();

    assertFails(doctor("--timeout", "3s"), 8, "topology");
  }

  @Test
  void aClockThatIsOffIsAWarning() {
    whoami =
        ScriptedAnswer.of(
            "200 OK",
            "{\"username\": \"canary@example.com\"}",
            "Content-Type: application/json",
            "Date: Fri, 29 Apr 2016 10:00:00 GMT");

    Finding finding = doctor();

    assertThat(finding.exitCode()).isZero();
    assertThat(finding.marked("warning")).containsExactly("clock");
    assertThat(finding.text("clock")).contains("ahead of the service's: windows will be asked for");
  }

  @Test
  void aStateFolderThatCannotBeUsedIsAWarning() throws IOException {
    environment.put(
        "XDG_STATE_HOME", Files.writeString(folder.resolve("state"), "a file").toString());

    Finding finding = doctor();

    assertThat(finding.exitCode()).isZero();
    assertThat(finding.marked("warning")).containsExactly("state-folder");
    assertThat(finding.text("state-folder")).contains("Set XDG_STATE_HOME");
  }

  @Test
  void aFolderOfPluginsThatIsNotThereIsTold() {
    Finding finding = doctor("--plugins", folder.resolve("none").toString());

    assertFails(finding, 2, "plugins");
    assertThat(finding.text("plugins")).startsWith("--plugins must be a folder");
  }

  @Test
  void aPluginThatCannotBeUsedIsAWarning() throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.setPosixFilePermissions(plugins, PosixFilePermissions.fromString("rwx------"));
    Path jar = Files.writeString(plugins.resolve("broken.jar"), "no jar");
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));

    CommandLineRun run =
        CommandLineRun.of(environment, "doctor", "--json", "--plugins", plugins.toString());
    Finding finding = Finding.of(run);

    assertThat(finding.exitCode()).isZero();
    assertThat(finding.marked("warning")).containsExactly("plugins");
    assertThat(finding.text("plugins")).contains("broken.jar");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aWrongProjectIsToldAndTheRestIsCheckedAllTheSame() throws IOException {
    String project = project("color: red\nsize: 1\nshape: round\nweight: 2\n");

    Finding finding = doctor("--config", project);

    assertFails(finding, 2, "project-file");
    assertThat(finding.text("project-file")).contains("color").endsWith("And 1 more.");
    assertThat(finding.marked("ok")).contains("account", "topology");
    assertThat(finding.text("target")).startsWith("Not checked");
  }

  @Test
  void aProjectThatIsNotThereIsTold() {
    assertFails(doctor("--config", folder.resolve("none.yaml").toString()), 2, "project-file");
  }

  @Test
  void credentialsThatMayBeInAWrongProjectAreNotCalledMissing() throws IOException {
    environment.remove("VIDICENTER_USERNAME");
    environment.remove("VIDICENTER_TOKEN");

    Finding finding = doctor("--config", project("color: red\n"));

    assertFails(finding, 2, "project-file");
    assertThat(finding.marked("skipped")).contains("credentials");
  }

  @Test
  void aTargetThatAnotherRunHoldsEndsWith12() throws IOException {
    String project = project("");
    Finding finding;
    try (TargetFolder held = TargetFolder.hold(folder.resolve("audience"), "process 4711")) {
      assertThat(held.path()).exists();
      finding = doctor("--config", project);
    }

    assertFails(finding, 12, "target");
    assertThat(finding.text("target")).contains("is being changed by another run, process 4711");
  }

  @Test
  void aTargetThatIsAFileEndsWith6() throws IOException {
    Files.writeString(folder.resolve("audience"), "a file");

    assertFails(doctor("--config", project("")), 6, "target");
  }

  @Test
  void aLedgerThatIsDamagedEndsWith6() throws IOException {
    Path ledger = folder.resolve("audience/_vidiexport/ledger.db");
    Files.createDirectories(ledger.getParent());
    Files.writeString(ledger, "this is no database, however long one looks at it".repeat(100));

    Finding finding = doctor("--config", project(""));

    assertFails(finding, 6, "ledger");
    assertThat(finding.marked("ok")).contains("target");
  }

  @Test
  void whatWeighsMostIsTheExitCode() throws IOException {
    Files.writeString(folder.resolve("audience"), "a file");
    whoami = ScriptedAnswer.of("401 Unauthorized", "");

    Finding finding = doctor("--config", project(""));
    assertThat(finding.failed()).containsExactly("account", "target");
    assertThat(finding.exitCode()).isEqualTo(6);

    environment.remove("VIDICENTER_TOKEN");
    assertThat(doctor("--config", project("")).exitCode()).isEqualTo(2);
  }

  @Test
  void nothingIsLeftOfWhatWasTried() throws IOException {
    Files.createDirectory(folder.resolve("audience"));

    doctor("--config", project(""));

    try (var left = Files.list(folder.resolve("audience"))) {
      assertThat(left).isEmpty();
    }
    try (var left = Files.list(folder.resolve("home/.local/state/vidiexport"))) {
      assertThat(left).allMatch(file -> file.toString().endsWith(".limits"));
    }
  }

  @Test
  void aWrongCommandLineIsNoDiagnosis() {
    CommandLineRun run = CommandLineRun.of(environment, "doctor", "--jsn");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--jsn");
  }

  private static void assertFails(Finding finding, int exitCode, String check) {
    assertThat(finding.failed()).containsExactly(check);
    assertThat(finding.exitCode()).isEqualTo(exitCode);
    assertThat(finding.codeOf(check)).isEqualTo(exitCode);
  }

  private Path tokenFile(String mode) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    return Files.setPosixFilePermissions(token, PosixFilePermissions.fromString(mode));
  }

  private String project(String more) throws IOException {
    return Files.writeString(
            folder.resolve("vidiexport.yaml"),
            more
                + """
                target: audience
                exports:
                  viewers_hourly:
                    data_type: viewers
                    time_resolution: 1h
                    locations: all
                    start: 2024-03-01
                """)
        .toString();
  }

  private Finding doctor(String... arguments) {
    List<String> words = new ArrayList<>(List.of("doctor", "--json"));
    words.addAll(List.of(arguments));
    return Finding.of(CommandLineRun.of(environment, words.toArray(String[]::new)));
  }

  /** What a run found, as its JSON has it. */
  private record Finding(int exitCode, List<JsonObject> checks) {
    static Finding of(CommandLineRun run) {
      assertThat(run.out() + run.err()).doesNotContain(TOKEN);
      JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
      assertThat(json.get("exit_code").getAsInt()).isEqualTo(run.exitCode());
      return new Finding(
          run.exitCode(),
          json.getAsJsonArray("checks").asList().stream()
              .map(JsonElement::getAsJsonObject)
              .toList());
    }

    List<String> names() {
      return checks.stream().map(check -> check.get("name").getAsString()).toList();
    }

    List<String> failed() {
      return marked("failed");
    }

    /** But for the Java of the tests, which may run in the plain C locale. */
    List<String> marked(String mark) {
      return checks.stream()
          .filter(check -> !check.get("name").getAsString().equals("java"))
          .filter(check -> check.get("mark").getAsString().equals(mark))
          .map(check -> check.get("name").getAsString())
          .toList();
    }

    String text(String name) {
      return check(name).get("finding").getAsString();
    }

    int codeOf(String name) {
      return check(name).get("exit_code").getAsInt();
    }

    private JsonObject check(String name) {
      return checks.stream()
          .filter(check -> check.get("name").getAsString().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }
}
