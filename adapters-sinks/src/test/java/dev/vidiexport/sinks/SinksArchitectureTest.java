package dev.vidiexport.sinks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.vidiexport.reading.planted.ReaderThatKnowsAWriter;
import dev.vidiexport.sinks.planted.PublicReachForARequest;
import dev.vidiexport.spi.SinkProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sinks and readers may know and show; each rule is shown to fail on a planted breach. */
class SinksArchitectureTest {
  private static final String PLANTED = "dev.vidiexport.reading.planted..";

  private static final ArchRule SINKS_KNOW_SPI_AND_TABLE_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.vidiexport.sinks..")
          .and()
          .resideOutsideOfPackage("dev.vidiexport.sinks.html..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.vidiexport..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.vidiexport.sinks..",
                          "dev.vidiexport.spi..",
                          "dev.vidiexport.domain.table..",
                          "dev.vidiexport.domain.report..")));

  /** The format that is a report of its rows has the domain count them. */
  private static final ArchRule PAGES_KNOW_WHAT_IS_COUNTED =
      noClasses()
          .that()
          .resideInAnyPackage("dev.vidiexport.sinks.html..", PLANTED)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.vidiexport..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.vidiexport.sinks.html..",
                          "dev.vidiexport.sinks.report..",
                          "dev.vidiexport.spi..",
                          "dev.vidiexport.domain.audience..",
                          "dev.vidiexport.domain.failure..",
                          "dev.vidiexport.domain.table..",
                          "dev.vidiexport.domain.report..",
                          PLANTED)));

  /**
   * The packages that formats share must be public, and so must the reading back of files and the
   * writing of a report, which are for others than sinks.
   */
  private static final ArchRule ONLY_PROVIDERS_ARE_PUBLIC =
      classes()
          .that()
          .arePublic()
          .and()
          .resideOutsideOfPackages(
              "dev.vidiexport.sinks.text",
              "dev.vidiexport.sinks.database",
              "dev.vidiexport.sinks.report",
              "dev.vidiexport.sinks.excerpt",
              "dev.vidiexport.reading..")
          .and()
          .haveNameNotMatching(
              ".*\\.(AudiencePage|PageSettings|PageLanguage|AudienceWorkbook|CreationTime|Jte[a-z]+Generated)")
          .should()
          .implement(SinkProvider.class);

  /** Who checks a writer must not make its mistakes. */
  private static final ArchRule READERS_KNOW_NO_WRITERS =
      noClasses()
          .that()
          .resideInAnyPackage("dev.vidiexport.reading..", PLANTED)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.vidiexport.sinks..", "dev.vidiexport.spi..")
                  .and(resideOutsideOfPackages(PLANTED)));

  /** Each format shows what opens its files, and no more. */
  private static final ArchRule ONLY_OPENERS_ARE_PUBLIC =
      classes()
          .that()
          .arePublic()
          .and()
          .resideInAPackage("dev.vidiexport.reading..")
          .and()
          .resideOutsideOfPackage("dev.vidiexport.reading.rows")
          .should()
          .haveSimpleNameEndingWith("Files")
          .orShould()
          .haveSimpleName("BuiltInFileReader");

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.vidiexport.sinks", "dev.vidiexport.reading");

  private static final JavaClasses BREACHES =
      new ClassFileImporter()
          .importClasses(PublicReachForARequest.class, ReaderThatKnowsAWriter.class);

  static Stream<ArchRule> rules() {
    return Stream.of(
        SINKS_KNOW_SPI_AND_TABLE_ALONE,
        PAGES_KNOW_WHAT_IS_COUNTED,
        ONLY_PROVIDERS_ARE_PUBLIC,
        READERS_KNOW_NO_WRITERS,
        ONLY_OPENERS_ARE_PUBLIC);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(ArchRule rule) {
    rule.check(MODULE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void failsOnAPlantedBreach(ArchRule rule) {
    assertThat(rule.evaluate(BREACHES).hasViolation()).isTrue();
  }
}
