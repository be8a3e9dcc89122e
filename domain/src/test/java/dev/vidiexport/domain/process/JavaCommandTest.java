package dev.vidiexport.domain.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
  @Test
  void runsAClassOfTheTestsWithOptionsAndArguments() throws IOException {
    List<String> command =
        JavaCommand.of(JavaCommandTest.class, List.of("-Dgreeting=hello"), "you");

    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).strip())
        .isEqualTo("hello you on " + Runtime.version());
  }

  public static void main(String[] arguments) {
    System.out.println(
        System.getProperty("greeting") + " " + arguments[0] + " on " + Runtime.version());
  }
}
