package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SandboxStreamingTest {
  @Test
  void serves500MegabytesOutOf32() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(JavaCommand.of(StreamingProcess.class, List.of("-Xmx32m")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(process.waitFor()).isZero();
    SandboxSettings settings = SandboxSettings.usual().withLocations(120);
    try (Sandbox sandbox = Sandbox.start(settings)) {
      assertThat(printed)
          .isEqualTo("3006720 rows " + sandbox.rows(StreamingProcess.export()).fingerprint());
    }
  }
}
