package dev.vidiexport.app.advice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.vidiexport.domain.failure.ExportException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only the command line knows its options; each rule is shown to fail on a planted breach. */
class AdviceInOnePlaceTest {
  private static final ImportOption NO_TESTS =
      location ->
          ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
              && !location.contains("-tests.jar");

  /** What other callers than the command line use, too. */
  private static final JavaClasses SHARED =
      importing(
          "dev.vidiexport.domain",
          "dev.vidiexport.spi",
          "dev.vidiexport.http",
          "dev.vidiexport.sinks");

  private static final JavaClasses ALL = importing("dev.vidiexport");

  private static final ArchRule NO_TEXT_NAMES_AN_OPTION =
      classes().should(holdNoText("an option", Pattern.compile("(?<![\\w-])--[a-z][a-z-]+")));

  private static final ArchRule NO_TEXT_NAMES_A_VARIABLE =
      classes()
          .should(
              holdNoText("an environment variable", Pattern.compile("VIDI(CENTER|EXPORT)_[A-Z]")));

  private static final ArchRule ONE_CLASS_TELLS_OF_AN_INTERRUPTION =
      classes()
          .that()
          .doNotBelongToAnyOf(ExportException.class)
          .should(holdNoText("an interruption", Pattern.compile("The run was interrupted")));

  private static JavaClasses importing(String... packages) {
    return new ClassFileImporter().withImportOption(NO_TESTS).importPackages(packages);
  }

  private static ArchCondition<JavaClass> holdNoText(String about, Pattern pattern) {
    return new ArchCondition<>("hold no text about " + about) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        ClassTexts.of(type).stream()
            .filter(text -> pattern.matcher(text).find())
            .map(text -> "%s says \"%s\"".formatted(type.getName(), text))
            .forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
      }
    };
  }

  static Stream<Arguments> rulesAndBreaches() {
    return Stream.of(
        Arguments.of(NO_TEXT_NAMES_AN_OPTION, SHARED, NamesAnOption.class),
        Arguments.of(NO_TEXT_NAMES_A_VARIABLE, SHARED, NamesAVariable.class),
        Arguments.of(ONE_CLASS_TELLS_OF_AN_INTERRUPTION, ALL, TellsOfAnInterruption.class));
  }

  /** Knows the command line. */
  static final class NamesAnOption {
    String advice(String failure) {
      return failure + " Raise --timeout.";
    }
  }

  /** Knows where the command line has its values from. */
  static final class NamesAVariable {
    static final String ADVICE = "Check VIDICENTER_USERNAME.";
  }

  /** Says by itself what is said elsewhere. */
  static final class TellsOfAnInterruption {
    String message() {
      return "The run was interrupted.";
    }
  }

  @ParameterizedTest
  @MethodSource("rulesAndBreaches")
  void isKept(ArchRule rule, JavaClasses classes, Class<?> breach) {
    rule.check(classes);
  }

  @ParameterizedTest
  @MethodSource("rulesAndBreaches")
  void failsOnAPlantedBreach(ArchRule rule, JavaClasses classes, Class<?> breach) {
    assertThat(rule.evaluate(new ClassFileImporter().importClasses(breach)).hasViolation())
        .isTrue();
  }

  @Test
  void looksAtWhatItIsAbout() {
    assertThat(SHARED)
        .extracting(JavaClass::getPackageName)
        .contains(
            "dev.vidiexport.domain.polling",
            "dev.vidiexport.http",
            "dev.vidiexport.sinks.parquet",
            "dev.vidiexport.spi")
        .noneMatch(name -> name.startsWith("dev.vidiexport.app"));
    assertThat(ALL)
        .extracting(JavaClass::getName)
        .contains(CommandLineAdvice.class.getName(), ExportException.class.getName());
  }
}
