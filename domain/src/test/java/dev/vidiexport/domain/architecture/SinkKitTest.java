package dev.vidiexport.domain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The kit is shipped to authors of sinks, who have what the README names on their class path. */
class SinkKitTest {
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("dev.vidiexport.spi", "dev.vidiexport.domain.property");
  private static final ArchRule NEEDS_LITTLE =
      classes()
          .that()
          .resideInAnyPackage("dev.vidiexport.spi", "dev.vidiexport.domain.property")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.junit.jupiter..",
              "org.assertj.core..",
              "dev.vidiexport.spi",
              "dev.vidiexport.domain.property",
              "dev.vidiexport.domain.table");
  private static final ArchRule THE_SAME_OF_ITS_GUARDS =
      classes()
          .that()
          .resideInAPackage("dev.vidiexport.spi.flaws")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.junit.jupiter..",
              "org.assertj.core..",
              "dev.vidiexport.spi..",
              "dev.vidiexport.domain.property",
              "dev.vidiexport.domain.table");

  @Test
  void needsNothingButTheInterfacesJunitAndAssertj() {
    NEEDS_LITTLE.check(TESTS);
  }

  /** What guards the kit runs it with what an author does not have. */
  @Test
  void isToldApartFromWhatGuardsIt() {
    assertThat(THE_SAME_OF_ITS_GUARDS.evaluate(TESTS).getFailureReport().getDetails())
        .anyMatch(line -> line.contains("ContractRun"));
  }
}
