package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With every word and every stack trace shown, the token still shows nowhere. */
class CanaryIT {
  private static final String ECHO =
      "{\"message\": \"" + Canary.authorization() + " and " + Canary.TOKEN + "\"}";

  @TempDir private Path folder;

  static Stream<Arguments> ends() {
    return Stream.of(
        end(0, Answer.resource("worked-example/finished.json")),
        end(3, Answer.of("401 " + Canary.authorization(), ECHO)),
        end(4, Answer.json("{\"state\": \"failed\", \"fail_reason\": \"" + Canary.TOKEN + "\"}")),
        end(5, Answer.json("{\"state\": \"in_progress\"}")),
        end(7, Answer.of("200 OK", "<p>" + Canary.authorization() + Canary.TOKEN)),
        end(7, Answer.json("{\"state\": \"" + Canary.TOKEN + "\"}")),
        end(7, Answer.of("302 Found", "", "Location: https://" + Canary.TOKEN + ".example.com/")),
        end(8, Answer.reset()),
        end(8, Answer.of("503 " + Canary.TOKEN, ECHO)),
        end(9, Answer.of("400 Bad Request", ECHO)));
  }

  private static Arguments end(int exitCode, Answer answer) {
    return Arguments.of(exitCode, answer);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void isSilentAtEveryEnd(int exitCode, Answer answer) throws Exception {
    Trial trial =
        Trial.of(folder, List.of(answer), "-o", "out.csv", "--timeout", "3s", "--verbose");

    assertThat(trial.ended().exitCode()).isEqualTo(exitCode);
    assertThat(trial.ended().err()).contains("GET http://127.0.0.1");
    assertThat(trial.requests())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsEntry("authorization", Canary.authorization()));
  }
}
