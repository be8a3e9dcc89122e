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
  void tellsThatStandardOutputIsClosed() throws IOException {
    RunFolders place = RunFolders.in(top.toRealPath());

    ProcessResult ended = export(place, ">&-", "-o", "-", "--report", "report.json");

    assertThat(ended.err()).contains("vidiexport: Cannot write to standard output: ");
    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(ExportScene.reportedExitCode(place)).isEqualTo(6);
    assertThat(place.entries()).containsExactly("report.json");
    assertThat(place.temporaries()).isEmpty();
  }
}
