package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user says of the network to Java and to all tools is part of the command line. */
class NetworkSettingsIT {
  private static final String SERVICE = "https://vidicenter.example.com/";

  @TempDir private Path folder;

  @Test
  void endsEveryCommandThatCallsWith2BeforeAnythingIsSent() throws Exception {
    Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n");
    PackagedJar jar =
        with("-Djavax.net.ssl.trustStore=ca.pem", "-Dhttps.proxyHost=http://proxy")
            .askingAt(SERVICE);

    for (String[] command :
        List.of(
            ExampleCommandLine.export("-o", "out.csv"),
            ExampleCommandLine.export("-o", "out.csv", "--dry-run"),
            new String[] {"whoami"},
            new String[] {"locations"})) {
      ProcessResult ended = jar.run(command);

      assertThat(ended.err())
          .contains(
              "javax.net.ssl.trustStore must name a key store of Java (PKCS12 or JKS), but"
                  + " \"ca.pem\" holds certificates or keys as text (PEM). Put the certificate into"
                  + " one with keytool")
          .contains("https.proxyHost must be only the name or the address of the proxy");
      assertThat(ended.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void isNotLookedAtByCommandsThatCallNobody() {
    assertThat(with("-Djavax.net.ssl.trustStore=missing").run("sinks").exitCode()).isZero();
  }

  @Tag("deadline")
  @Test
  void leadsThroughTheProxyOfTheVariableAndShowsNoPassword() {
    ScriptedAnswer refusal = ScriptedAnswer.of("403 Forbidden", "");
    try (ScriptedVidiCenter proxy = ScriptedVidiCenter.answering(refusal)) {
      ProcessResult ended =
          with()
              .askingAt(SERVICE)
              .withVariable("https_proxy", "http://me:pa55word@127.0.0.1:" + proxy.port())
              .run("whoami", "--timeout", "30s", "--verbose");

      assertThat(ended.exitCode()).isEqualTo(8);
      assertThat(ended.err())
          .contains(
              "the proxy 127.0.0.1:%s (set by https_proxy) refused to connect to"
                      .formatted(proxy.port())
                  + " vidicenter.example.com (403)")
          .doesNotContain("pa55word");
      assertThat(proxy.requests())
          .isNotEmpty()
          .allSatisfy(
              request ->
                  assertThat(request.headers())
                      .containsEntry(
                          "proxy-authorization",
                          "Basic "
                              + Base64.getEncoder().encodeToString("me:pa55word".getBytes(UTF_8)))
                      .doesNotContainKey("authorization"));
    }
  }

  private PackagedJar with(String... options) {
    List<String> all = new ArrayList<>(PackagedJar.SHORT_RUN);
    all.addAll(List.of(options));
    return PackagedJar.in(folder).withJvmOptions(all);
  }
}
