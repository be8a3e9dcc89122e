package dev.vidiexport.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vidiexport.app.planted.KnowsConsole;
import dev.vidiexport.app.planted.KnowsCredentials;
import dev.vidiexport.app.planted.KnowsGuice;
import dev.vidiexport.app.planted.KnowsPages;
import dev.vidiexport.app.planted.KnowsReaders;
import dev.vidiexport.app.planted.KnowsSandboxData;
import dev.vidiexport.app.planted.KnowsSql;
import dev.vidiexport.app.planted.ReadsFilesBack;
import dev.vidiexport.app.planted.TouchesStandardStreams;
import dev.vidiexport.app.planted.here.KnowsTheThere;
import dev.vidiexport.app.planted.there.KnowsTheHere;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom in this module; each rule is shown to fail on a planted breach. */
class AppArchitectureTest {
  private static final String BASE = "dev.vidiexport.app.";
  private static final String PLANTED = BASE + "planted..";

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.vidiexport.app");

  /** Objects are put together in one place. */
  private static final ArchRule ONLY_WIRING_KNOWS_GUICE =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "wiring..")
          .should()
          .dependOnClassesThat(resideInAPackage("com.google.inject.."));

  /** Files are staged for whoever asks, over whatever the rows came. */
  private static final ArchRule STAGING_KNOWS_NEITHER_USERS_NOR_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(BASE + "staging..", PLANTED)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  BASE + "cli..", BASE + "console..", BASE + "export..", "dev.vidiexport.http.."));

  /** Everybody else is given a console, so that tests can give another. */
  private static final ArchRule ONLY_THE_CONSOLE_TOUCHES_THE_PROCESS =
      noClasses()
          .that(are("not the console", type -> !type.getSimpleName().equals("SystemConsole")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  /** One place ends the process, and one halts it when nothing else helps. */
  private static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS =
      noClasses()
          .that(are("not Main", type -> !type.getSimpleName().equals("Main")))
          .should()
          .callMethod(System.class, "exit", int.class);

  /** Formats are found like plugins; what reads files back is for the demo alone. */
  private static final ArchRule ONLY_THE_DEMO_READS_FILES_BACK =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "demo..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.vidiexport.sinks.excerpt.."));

  /** A page is no format that is chosen: two know how it is made, and one what it can be like. */
  private static final ArchRule ONLY_REPORTS_KNOW_PAGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "demo..", BASE + "report..")
          .and(are("not their reader", type -> !type.getSimpleName().equals("ReportOrderReader")))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.vidiexport.sinks..")
                  .and(resideOutsideOfPackages("dev.vidiexport.sinks.excerpt..")));

  /** Reading is a port, too: one place chooses who does it, and nobody sees how. */
  private static final ArchRule ONLY_WIRING_KNOWS_WHO_READS =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "wiring..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.vidiexport.reading.."));

  /** The ledger is a port; that it is kept in SQLite is nobody's business. */
  private static final ArchRule ONLY_THE_LEDGER_KNOWS_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "ledger..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."));

  /** Of what speaks HTTP, two packages are for others; those below them are its own. */
  private static final ArchRule HTTP_IS_KNOWN_BY_ITS_FACE =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.vidiexport.http..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.vidiexport.http", "dev.vidiexport.http.sandbox")));

  /** Whoever meets code of others holds nothing that this code could take. */
  private static final ArchRule PLUGINS_AND_STAGING_SEE_NO_CREDENTIALS =
      noClasses()
          .that()
          .resideInAnyPackage(BASE + "plugins..", BASE + "staging..", BASE + "progress..", PLANTED)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.vidiexport.http..").or(simpleName("TokenSource")));

  private static final ArchRule PACKAGES_MAKE_NO_CIRCLE =
      slices().matching("dev.vidiexport.(**)").should().beFreeOfCycles();

  private static DescribedPredicate<JavaClass> are(
      String description, java.util.function.Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  static Stream<Arguments> rulesAndBreaches() {
    return Stream.of(
        Arguments.of(ONLY_WIRING_KNOWS_GUICE, List.of(KnowsGuice.class)),
        Arguments.of(STAGING_KNOWS_NEITHER_USERS_NOR_HTTP, List.of(KnowsConsole.class)),
        Arguments.of(STAGING_KNOWS_NEITHER_USERS_NOR_HTTP, List.of(KnowsCredentials.class)),
        Arguments.of(ONLY_THE_CONSOLE_TOUCHES_THE_PROCESS, List.of(TouchesStandardStreams.class)),
        Arguments.of(ONLY_THE_DEMO_READS_FILES_BACK, List.of(ReadsFilesBack.class)),
        Arguments.of(ONLY_REPORTS_KNOW_PAGES, List.of(KnowsPages.class)),
        Arguments.of(ONLY_WIRING_KNOWS_WHO_READS, List.of(KnowsReaders.class)),
        Arguments.of(ONLY_THE_LEDGER_KNOWS_SQL, List.of(KnowsSql.class)),
        Arguments.of(ONLY_MAIN_ENDS_THE_PROCESS, List.of(EndsTheProcess.class)),
        Arguments.of(HTTP_IS_KNOWN_BY_ITS_FACE, List.of(KnowsSandboxData.class)),
        Arguments.of(PACKAGES_MAKE_NO_CIRCLE, List.of(KnowsTheThere.class, KnowsTheHere.class)),
        Arguments.of(PLUGINS_AND_STAGING_SEE_NO_CREDENTIALS, List.of(KnowsCredentials.class)));
  }

  /** Ends the process from anywhere. */
  static final class EndsTheProcess {
    void end() {
      System.exit(0);
    }
  }

  @ParameterizedTest
  @MethodSource("rulesAndBreaches")
  void isKept(ArchRule rule, List<Class<?>> breach) {
    rule.check(MODULE);
  }

  @ParameterizedTest
  @MethodSource("rulesAndBreaches")
  void failsOnAPlantedBreach(ArchRule rule, List<Class<?>> breach) {
    assertThat(rule.evaluate(new ClassFileImporter().importClasses(breach)).hasViolation())
        .isTrue();
  }
}
