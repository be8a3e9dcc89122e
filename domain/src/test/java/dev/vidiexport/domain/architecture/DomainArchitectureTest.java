package dev.vidiexport.domain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DomainArchitectureTest {
  private static final String PLANTED = "dev.vidiexport.domain.architecture.planted";
  private static final ArchitectureRules RULES =
      new ArchitectureRules("dev.vidiexport.domain", "dev.vidiexport.spi");
  private static final ArchitectureRules RULES_OF_PLANTED =
      new ArchitectureRules(PLANTED, PLANTED + ".spi");
  private static final JavaClasses DOMAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.vidiexport.domain", "dev.vidiexport.spi");
  private static final JavaClasses PLANTED_CLASSES =
      new ClassFileImporter().importPackages(PLANTED);

  static Set<String> rules() {
    return RULES.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(String rule) {
    RULES.all().get(rule).check(DOMAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "values know values, RequestThatKnowsAPort",
    "values know values, TopologyThatKnowsAPort",
    "values know values, TypingThatKnowsAPort",
    "rules know what they check, RuleThatKnowsAPort",
    "tables know nobody, TableThatKnowsTyping",
    "failures know nobody, FailureThatKnowsAPort",
    "the watchdog knows nobody, WatchdogThatKnowsAPort",
    "the SPI knows tables, SinkThatKnowsAPort",
    "polling knows no port, PollingThatKnowsAPort",
    "polling knows no clock, PollingThatLooksAtTheClock",
    "schedules know no port, ScheduleThatKnowsAPort",
    "schedules know no clock, ScheduleThatLooksAtTheClock",
    "ports know what goes through them, PortThatKnowsTheUseCase",
    "fingerprints know rows, FingerprintThatKnowsTyping",
    "histories know values, HistoryThatKnowsAPort",
    "plans know values, PlanThatKnowsAPort",
    "coverage knows values, CoverageThatKnowsAPort",
    "dimensions know values, DimensionThatKnowsAPort",
    "additions know values, AdditionThatKnowsAUseCase",
    "reports know nobody, ReportThatKnowsAPort",
    "audiences know values, AudienceThatKnowsAPort",
    "audiences know no clock, AudienceThatLooksAtTheClock",
    "statuses know a ledger, StatusThatKnowsAUseCase",
    "diagnoses know what was tried, DiagnosisThatKnowsAUseCase",
    "plans know no clock, PlanThatLooksAtTheClock",
    "plans know no clock, DiagnosisThatLooksAtTheClock",
    "nobody reaches a use case, PortThatKnowsTheUseCase",
    "nobody reaches a use case, PortThatKnowsTheListing",
    "the listing knows no sink, ListingThatKnowsASink",
    "the domain knows the JDK only, TableThatKnowsALibrary",
    "the domain logs nothing, TableThatLogs",
    "the domain touches no file, TableThatReadsFiles",
    "the domain prints nothing, TableThatPrints",
    "packages make no circle, PortThatKnowsTheUseCase",
  })
  void isBrokenByThePlantedBreach(String rule, String breach) {
    var result = RULES_OF_PLANTED.all().get(rule).evaluate(PLANTED_CLASSES);

    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains(breach));
  }

  @Test
  void looksAtTheWholeDomain() {
    assertThat(DOMAIN)
        .extracting(type -> type.getPackageName())
        .contains(
            "dev.vidiexport.domain.audience",
            "dev.vidiexport.domain.coverage",
            "dev.vidiexport.domain.diagnosis",
            "dev.vidiexport.domain.dimension",
            "dev.vidiexport.domain.enrichment",
            "dev.vidiexport.domain.export",
            "dev.vidiexport.domain.extract",
            "dev.vidiexport.domain.failure",
            "dev.vidiexport.domain.fingerprint",
            "dev.vidiexport.domain.history",
            "dev.vidiexport.domain.listing",
            "dev.vidiexport.domain.planning",
            "dev.vidiexport.domain.polling",
            "dev.vidiexport.domain.port",
            "dev.vidiexport.domain.report",
            "dev.vidiexport.domain.reporting",
            "dev.vidiexport.domain.request",
            "dev.vidiexport.domain.rows",
            "dev.vidiexport.domain.rules",
            "dev.vidiexport.domain.scheduling",
            "dev.vidiexport.domain.status",
            "dev.vidiexport.domain.table",
            "dev.vidiexport.domain.topology",
            "dev.vidiexport.domain.typing",
            "dev.vidiexport.domain.verify",
            "dev.vidiexport.domain.watchdog",
            "dev.vidiexport.spi")
        .noneMatch(name -> name.startsWith(PLANTED));
  }

  @Test
  void hasAPlantedBreachForEveryRule() throws NoSuchMethodException {
    CsvSource breaches =
        DomainArchitectureTest.class
            .getDeclaredMethod("isBrokenByThePlantedBreach", String.class, String.class)
            .getAnnotation(CsvSource.class);

    assertThat(breaches.value()).extracting(line -> line.split(", ")[0]).hasSameElementsAs(rules());
  }
}
