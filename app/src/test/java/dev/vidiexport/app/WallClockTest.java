package dev.vidiexport.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A clock on the wall that jumps changes nothing, because nobody looks at it: durations are those
 * of the monotonic clock, and a date to come back at counts from the answer's own. Five alone know
 * it: {@code HttpModule} for answers without a date, {@code MachineClock}, which tells how old the
 * notes of another start of the machine are, an age that has a bound, {@code RunningClock}, by
 * which the windows of histories are over, {@code CreationTime}, which pages show, and {@code
 * MachineTime}, by which messages and metrics say when.
 */
class WallClockTest {
  private static final ArchRule NOBODY_LOOKS_AT_IT =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.vidiexport.http.HttpModule")
          .and()
          .doNotHaveFullyQualifiedName("dev.vidiexport.app.limits.MachineClock")
          .and()
          .doNotHaveFullyQualifiedName("dev.vidiexport.app.history.RunningClock")
          .and()
          .doNotHaveFullyQualifiedName("dev.vidiexport.sinks.html.CreationTime")
          .and()
          .doNotHaveFullyQualifiedName("dev.vidiexport.app.console.MachineTime")
          .should()
          .callMethodWhere(
              target(owner(nameMatching("java\\.time\\..*")))
                  .and(target(nameMatching("now|systemUTC|systemDefaultZone|systemDefault"))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @Test
  void isNotLookedAt() {
    JavaClasses program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.vidiexport");

    assertThat(program).hasSizeGreaterThan(300);
    NOBODY_LOOKS_AT_IT.check(program);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {AsksForToday.class, AsksForTheZone.class, MakesAClock.class, Counts.class})
  void isMissedNowhere(Class<?> breach) {
    assertThat(
            NOBODY_LOOKS_AT_IT
                .evaluate(new ClassFileImporter().importClasses(breach))
                .hasViolation())
        .isTrue();
  }

  static final class AsksForToday {
    LocalDate today() {
      return LocalDate.now();
    }
  }

  static final class AsksForTheZone {
    ZoneId zone() {
      return ZoneId.systemDefault();
    }
  }

  static final class MakesAClock {
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  static final class Counts {
    long millis() {
      return System.currentTimeMillis();
    }
  }
}
