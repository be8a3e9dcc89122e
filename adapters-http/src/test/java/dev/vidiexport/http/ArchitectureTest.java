package dev.vidiexport.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.vidiexport.http");

  private static final ArchRule WIRE_STAYS_INSIDE =
      noClasses()
          .that()
          .resideInAPackage("dev.vidiexport.http")
          .and()
          .arePublic()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.vidiexport.http.wire");

  private static final ArchRule ADAPTERS_DO_NOT_DRIVE_THE_USE_CASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.vidiexport.domain.export..", "dev.vidiexport.domain.listing..");

  private static final ArchRule WIRE_TYPES_ARE_RECORDS =
      classes()
          .that()
          .resideInAPackage("dev.vidiexport.http.wire")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .bePublic()
          .andShould()
          .beRecords()
          .andShould()
          .haveSimpleNameEndingWith("Dto");

  @Test
  void showsTheOutsideNothingButItsInterface() {
    assertThat(MAIN.stream())
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(type -> type.getPackageName().equals("dev.vidiexport.http"))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(
            "BaseUrl", "Credentials", "ExportUrl", "HttpModule", "HttpSettings");
  }

  @Test
  void keepsWireTypesInside() {
    WIRE_STAYS_INSIDE.check(MAIN);
    WIRE_TYPES_ARE_RECORDS.check(MAIN);
  }

  @Test
  void leavesTheUseCaseAlone() {
    ADAPTERS_DO_NOT_DRIVE_THE_USE_CASE.check(MAIN);
  }

  @Test
  void findsAPlantedBreach() {
    JavaClasses breach = new ClassFileImporter().importClasses(PlantedBreach.class);

    assertThat(WIRE_STAYS_INSIDE.evaluate(breach).hasViolation()).isTrue();
  }
}
