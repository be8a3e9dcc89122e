package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.ScriptedVidiCenter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Standard streams that are closed from the start, or full. The files that the process opens take
 * the numbers of closed ones, and nothing that is meant for a stream may get into them.
 */
class LostStreamsIT {
  @TempDir private Path top;

  private ProcessResult export(RunFolders place, String redirections, String... arguments)
      throws IOException {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ExportScene.REPLACED.answer())) {
      return TracedLaunch.in(place, vidiCenter.baseUrl())
          .behind("sh", "-c", "exec \"$@\" " + redirections, "redirected")
          .export(arguments);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full"})
  void exportsToAFileWithoutThem(String redirections) throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath());
    ExportScene.REPLACED.prepare(place);

    ProcessResult ended = export(place, redirections, ExportScene.REPLACED.arguments());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ExportScene.REPLACED.assertDone(place, redirections);
    assertThat(place.temporaries()).isEmpty();
  }

  @Test
  void tellsThatStandardInputIsClosed() throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath());

    ProcessResult ended = export(place, "<&-", "-o", "out.csv", "--token-file", "-");

    assertThat(ended.err())
        .contains(
            "vidiexport: --token-file must be given on standard input, but that cannot be read: it"
                + " is closed.");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(place.entries()).isEmpty();
  }

  /** Where standard input is closed, too, Java leads what stands behind it to nowhere. */
  @ParameterizedTest
  @ValueSource(strings = {">&-", "<&- >&-"})
  void tellsThatStandardOutputIsClosed(String redirections) throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath());

    ProcessResult ended = export(place, redirections, "-o", "-", "--report", "report.json");

    assertThat(ended.err())
        .isEqualTo(
            "vidiexport: Cannot write to standard output: it is closed. Choose another --output.\n");
    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(ExportScene.reportedExitCode(place)).isEqualTo(6);
    assertThat(place.entries()).containsExactly("report.json");
    assertThat(place.temporaries()).isEmpty();
  }
}
