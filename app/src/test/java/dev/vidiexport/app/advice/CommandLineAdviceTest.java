package dev.vidiexport.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What users read of each failure, word for word: all of it stands in one file. */
class CommandLineAdviceTest {
  private static final Path GOLDEN = Path.of("src/test/resources/advice/failures.txt");

  /** Of these the message says all there is. */
  private static final Set<FailureReason> WITHOUT_ADVICE =
      EnumSet.of(
          FailureReason.FORMAT_CANNOT_WORK,
          FailureReason.REPORT_NOT_POSSIBLE,
          FailureReason.CANCELLED);

  @Test
  void tellsEveryFailureAsTheGoldenFileSays() throws Exception {
    String told =
        section("Failures, as a user of the command line reads them", CommandLineAdvice::told)
            + section(
                "The same of the report on a run, where other words are needed",
                otherwise(CommandLineAdvice::toldOfReceipt))
            + section(
                "The same of an export, where other words are needed",
                differing(CommandLineAdvice::toldOfExport, CommandLineAdvice::told))
            + section(
                "The same of a dictionary of columns, where other words are needed",
                differing(CommandLineAdvice::toldOfDictionary, CommandLineAdvice::told))
            + section(
                "The same of a new project file, where other words are needed",
                otherwise(CommandLineAdvice::toldOfProject))
            + section(
                "The same of the target of a history, where other words are needed",
                otherwise(CommandLineAdvice::toldOfHistory))
            + section(
                "The same of the files of the demo, where other words are needed",
                otherwise(CommandLineAdvice::toldInDemo))
            + section(
                "The same of the run of a history, where other words are needed",
                differing(CommandLineAdvice::toldOfHistory, CommandLineAdvice::told))
            + section(
                "The same of one slice of a history, where other words are needed",
                differing(CommandLineAdvice::toldOfSlice, CommandLineAdvice::toldOfHistory));

    assertThat(told).isEqualTo(Files.readString(GOLDEN));
  }

  private static String section(String title, Function<Failure, String> telling) {
    return Stream.of(FailureReason.values())
        .map(reason -> entry(reason, telling.apply(SampleFailures.of(reason))))
        .collect(Collectors.joining("", "# " + title + "\n\n", ""));
  }

  private static String entry(FailureReason reason, String told) {
    return told.isEmpty() ? "" : "%s, %s\n%s\n\n".formatted(reason, reason.kind(), told);
  }

  /** What is said of a file that cannot be written, if it is not what is said of an output. */
  private static Function<Failure, String> otherwise(Function<Failure, String> telling) {
    return failure ->
        failure.reason().kind() != FailureKind.OUTPUT_NOT_WRITTEN
                || telling.apply(failure).equals(CommandLineAdvice.told(failure))
            ? ""
            : telling.apply(failure);
  }

  private static Function<Failure, String> differing(
      Function<Failure, String> telling, Function<Failure, String> usual) {
    return failure ->
        telling.apply(failure).equals(usual.apply(failure)) ? "" : telling.apply(failure);
  }

  @ParameterizedTest
  @EnumSource
  void namesNoOptionOfAnExportToUsersOfHistories(FailureReason reason) {
    Failure failure = SampleFailures.of(reason);

    for (String told :
        List.of(CommandLineAdvice.toldOfHistory(failure), CommandLineAdvice.toldOfSlice(failure))) {
      assertThat(told.replace(failure.message(), ""))
          .doesNotContain(
              "--force-rebuild",
              "--accept-row-limit",
              "--overwrite",
              "--output",
              "--format",
              "--sink-option",
              "--staging");
      assertThat(told.equals(failure.message()))
          .as("no advice for %s", reason)
          .isEqualTo(WITHOUT_ADVICE.contains(reason));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | false | 1 slice is missing. Run it again to go on.",
        "false | true | 1 slice is missing. What was refused is asked for again after a day or more,"
            + " or at once with --retry-refused.",
        "true | true | 1 slice is missing. Run it again to go on. What was refused is asked for"
            + " again after a day or more, or at once with --retry-refused.",
      })
  void saysWhenTheRestOfAHistoryIsAskedFor(boolean goesOn, boolean waits, String told) {
    assertThat(CommandLineAdvice.toldOfMissing("1 slice is missing.", goesOn, waits))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatHappenedAndThenWhatToDo(FailureReason reason) {
    Failure failure = SampleFailures.of(reason);

    String told = CommandLineAdvice.told(failure);

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(told.equals(failure.message()))
        .as("no advice for %s", reason)
        .isEqualTo(WITHOUT_ADVICE.contains(reason));
    assertThat(told).endsWith(reason.name().startsWith("OUT_OF_MEMORY") ? "..." : ".");
    if (reason != FailureReason.FORMAT_NEEDS_OPTION) {
      assertThat(told).startsWith(failure.message().replaceFirst("\\.$", ""));
    }
  }

  /** The demo has no standard output that would have to be staged. */
  @ParameterizedTest
  @EnumSource(names = "STAGING_.*", mode = EnumSource.Mode.MATCH_NONE)
  void namesNoOptionInTheDemoButThoseThatItHas(FailureReason reason) {
    Failure happened = new Failure(reason, "It broke.", Optional.of(Duration.ZERO));

    assertThat(CommandLineAdvice.toldInDemo(happened).replace("--verbose", ""))
        .doesNotContain("--", "VIDI", " - ");
  }

  @Test
  void hasTheDemoRunAgainWhereItsSandboxWasTooSlow() {
    Failure failure = SampleFailures.of(FailureReason.ROWS_STILL_COMING);

    assertThat(CommandLineAdvice.toldInDemo(failure))
        .isEqualTo("Gave up after 1h: the rows were still coming. Run the demo again.");
  }

  @Test
  void sendsNobodyAwayUntilATimeThatTheServiceDidNotName() {
    Failure failure = new Failure(FailureReason.ACCOUNT_NOT_REACHED, "No answer came in time.");

    assertThat(CommandLineAdvice.told(failure))
        .isEqualTo("No answer came in time; try again later.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Take level=9. | Take --sink-option level=9.",
        "Take \"level=9\". | Take \"--sink-option level=9\".",
        "Take --sink-option level=9. | Take --sink-option level=9.",
        "Take --sink-option a=1, or b=2. | Take --sink-option a=1, or b=2.",
        "Give -Dlevel=9 or max.level=9. | Give -Dlevel=9 or max.level=9.",
        "a=1 and b=2. | --sink-option a=1 and --sink-option b=2.",
      })
  void saysHowOptionsOfAFormatAreGiven(String words, String told) {
    assertThat(CommandLineAdvice.told(new Failure(FailureReason.FORMAT_NEEDS_OPTION, words)))
        .isEqualTo(told);
  }

  @Test
  void namesTheValuesThatThereAre() {
    InvalidSettingException wrong =
        new InvalidSettingException(
            FailureReason.FORMAT_NOT_TOLD, "It tells no format.", List.of("csv", "json"));

    assertThat(CommandLineAdvice.told(wrong.getMessage(), wrong))
        .isEqualTo("It tells no format. Choose one with --format: csv, json.");
  }

  @Test
  void addsNothingToAValueThatIsWrongInAUsualWay() {
    assertThat(CommandLineAdvice.told("It must be 7.", new IllegalArgumentException("must be 7")))
        .isEqualTo("It must be 7.");
  }
}
