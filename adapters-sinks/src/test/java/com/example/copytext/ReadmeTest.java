package com.example.copytext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Path SOURCES = Path.of("src/test/java/com/example/copytext");

  @Test
  void showsTheExamplesAsTheyAreCompiledAndTested() throws IOException {
    List<String> shown =
        JAVA_BLOCK
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();

    assertThat(shown)
        .containsExactly(
            source("CopyTextSinkProvider"),
            source("CopyTextSink"),
            source("ValueCountsSink"),
            source("RowCountSink"),
            source("CopyTextSinkContractTest"));
  }

  private static String source(String name) throws IOException {
    return Files.readString(SOURCES.resolve(name + ".java"));
  }
}
