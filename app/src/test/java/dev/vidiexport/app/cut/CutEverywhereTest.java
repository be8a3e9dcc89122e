package dev.vidiexport.app.cut;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An answer that is cut after any of its bytes, in the head too: no rows of it are ever seen under
 * the output's name, and the retry gives the whole.
 */
class CutEverywhereTest {
  private static final int ANSWER_BYTES = 2_000;

  /** One less than the troubles in a row that end a run. */
  private static final int CUTS_IN_A_RUN = 9;

  @TempDir private Path folder;

  private record Rows(List<Integer> watchers) {
    static Rows of(int count) {
      return new Rows(Property.random(1).ints(count, 0, 1_000_000).boxed().toList());
    }

    byte[] body() {
      return watchers.stream()
          .map("{\"location_id\":1056,\"watcher_count\":%s}"::formatted)
          .collect(Collectors.joining(",", "{\"data\":[", "],\"state\":\"finished\"}"))
          .getBytes(US_ASCII);
    }

    String csv() {
      return watchers.stream()
          .map("1056,%s\n"::formatted)
          .collect(Collectors.joining("", "location_id,watcher_count\n", ""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverShowsTheRowsOfACutAnswerAndGetsTheWholeAfterwards(Framing framing) throws IOException {
    Rows rows = rowsFor(framing);
    byte[] answer = framing.response(rows.body());
    try (CuttingVidiCenter vidiCenter = new CuttingVidiCenter(answer)) {
      for (int first = 0; first < answer.length; first += CUTS_IN_A_RUN) {
        List<Integer> lengths =
            IntStream.range(first, Math.min(first + CUTS_IN_A_RUN, answer.length)).boxed().toList();
        boolean earlier = first / CUTS_IN_A_RUN % 2 == 1;

        assertThatTheWholeComes(vidiCenter, lengths, earlier, rows.csv());
      }
    }
  }

  /** Enough rows for the answer's size on the wire. */
  private static Rows rowsFor(Framing framing) throws IOException {
    int count = 1;
    while (framing.response(Rows.of(count).body()).length < ANSWER_BYTES) {
      count++;
    }
    return Rows.of(count);
  }

  private void assertThatTheWholeComes(
      CuttingVidiCenter vidiCenter, List<Integer> lengths, boolean earlier, String whole)
      throws IOException {
    Path output = folder.resolve("out.csv");
    Files.deleteIfExists(output);
    if (earlier) {
      Files.writeString(output, "earlier");
    }
    vidiCenter.script(lengths, () -> contentOf(output));

    ExportOutcome outcome = CutRun.to(output, vidiCenter.baseUrl());

    assertThat(outcome.failure()).as("after cuts at %s", lengths).isEmpty();
    assertThat(vidiCenter.sawOutputUntouched()).as("old at cuts at %s", lengths).isTrue();
    assertThat(vidiCenter.calls())
        .as("calls for cuts at %s", lengths)
        .isEqualTo(lengths.size() + 1);
    assertThat(output).as("after cuts at %s", lengths).hasContent(whole);
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(output);
    }
  }

  private static @Nullable String contentOf(Path output) {
    try {
      return Files.exists(output) ? Files.readString(output) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
