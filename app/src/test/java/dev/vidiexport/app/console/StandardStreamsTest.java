package dev.vidiexport.app.console;

import static dev.vidiexport.app.console.StandardStreams.Stream.ERROR;
import static dev.vidiexport.app.console.StandardStreams.Stream.INPUT;
import static dev.vidiexport.app.console.StandardStreams.Stream.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardStreamsTest {
  /** What was seen on JDK 17 and 25 when streams were closed, one by one and together. */
  @ParameterizedTest
  @CsvSource({
    "/dev/pts/0, /dev/pts/0, /dev/pts/0, '', ''",
    "pipe:[1], /tmp/out.csv, /dev/null, '', ''",
    "/dev/null, /dev/null, /dev/null, '', ''",
    "/tmp/token, socket:[7], pipe:[8], '', ''",
    "/java/lib/modules, /dev/pts/0, /dev/pts/0, INPUT, ''",
    "/dev/null, /java/lib/modules, /dev/pts/0, OUTPUT, ''",
    "/dev/null, /dev/pts/0, /java/lib/modules, ERROR, ''",
    "/java/lib/modules, /dev/null, /dev/pts/0, INPUT, OUTPUT",
    "/dev/null, /java/lib/modules, /dev/null, OUTPUT, ERROR",
    "/java/lib/modules, /dev/null, /java/app.jar, INPUT ERROR, OUTPUT",
    "/java/lib/modules, /java/app.jar, , INPUT OUTPUT ERROR, ''",
    ", , , INPUT OUTPUT ERROR, ''"
  })
  void areToldByWhatTheirNumbersLeadTo(
      String input, String output, String error, String closed, String maybeClosed) {
    Map<StandardStreams.Stream, String> targets = new EnumMap<>(StandardStreams.Stream.class);
    put(targets, INPUT, input);
    put(targets, OUTPUT, output);
    put(targets, ERROR, error);

    StandardStreams streams = StandardStreams.of(targets, target -> target.startsWith("/java/"));

    assertThat(streams.closed()).isEqualTo(numbers(closed));
    assertThat(streams.maybeClosed()).isEqualTo(numbers(maybeClosed));
  }

  private static void put(
      Map<StandardStreams.Stream, String> targets, StandardStreams.Stream number, String target) {
    if (target != null) {
      targets.put(number, target);
    }
  }

  private static Set<StandardStreams.Stream> numbers(String names) {
    Set<StandardStreams.Stream> numbers = new HashSet<>();
    for (String name : names.split(" ", -1)) {
      if (!name.isEmpty()) {
        numbers.add(StandardStreams.Stream.valueOf(name));
      }
    }
    return numbers;
  }

  @Test
  void sayThatTheyAreClosed() {
    assertThatThrownBy(() -> ClosedStreams.input().readAllBytes())
        .isInstanceOf(IOException.class)
        .hasMessage("it is closed");
    assertThatThrownBy(() -> ClosedStreams.forData().flush()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ClosedStreams.forData().write(1)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ClosedStreams.forTexts().write(1)).isInstanceOf(IOException.class);
    assertThatCode(() -> ClosedStreams.forTexts().flush()).doesNotThrowAnyException();
  }
}
