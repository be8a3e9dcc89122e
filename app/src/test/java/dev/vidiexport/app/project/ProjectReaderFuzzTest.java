package dev.vidiexport.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.text.QuotedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever is in a project file, it is a project all of whose rules hold, or refused in words that
 * can be shown, each with a line; never a defect, and nothing of a file grows in memory.
 */
class ProjectReaderFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void readsOrRefuses(byte[] input) throws IOException {
    Path file = Files.createTempFile("project", ".yaml");
    try {
      Files.write(file, input);

      ProjectCase trial = ProjectCase.of(file);

      List<String> problems = trial.problems();
      assertThat(trial.project().isPresent())
          .as(new String(input, UTF_8))
          .isEqualTo(problems.isEmpty());
      assertThat(problems).hasSizeLessThanOrEqualTo(101).allMatch(QuotedText::isPrintable);
      assertThat(problems)
          .allMatch(problem -> problem.startsWith(file + ", line ") || problem.contains(" more "));
    } finally {
      Files.delete(file);
    }
  }
}
