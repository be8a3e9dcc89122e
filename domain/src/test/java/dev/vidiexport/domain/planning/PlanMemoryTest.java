package dev.vidiexport.domain.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Half a million slices would take ten times the heap that plans of them are made in. */
class PlanMemoryTest {
  private static final List<String> SMALL_HEAP =
      List.of("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  @Test
  void keepsHardlyAnythingOfTheSlices() throws IOException, InterruptedException {
    List<String> command =
        JavaCommand.of(
            PlanningLoad.class, SMALL_HEAP, "1000", "500", "SINGLE", "STALE", "REFUSED", "RETIRED");

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines())
        .hasSize(4)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("SINGLE: 500000 cells, 0 requests, 0 postponed"),
            line -> assertThat(line).startsWith("STALE: 500000 cells, 500000 requests, 0 p"),
            line -> assertThat(line).startsWith("REFUSED: 500000 cells, 0 requests, 500000 p"),
            line -> assertThat(line).contains("1000 requests, 0 postponed, 500000 retired"));
  }
}
