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
import dev.vidiexport.http.answers.planted.AnswerThatKnowsACall;
import dev.vidiexport.http.calls.planted.CallThatKnowsAPort;
import org.junit.jupiter.api.Test;

class HttpArchitectureTest {
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

  /** An answer is read without a thought of the call that brought it. */
  private static final ArchRule ANSWERS_KNOW_NO_CALL =
      noClasses()
          .that()
          .resideInAPackage("dev.vidiexport.http.answers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.vidiexport.http", "dev.vidiexport.http.calls", "dev.vidiexport.http.network");

  /** A call is made without a thought of the port that it serves, or of where it goes. */
  private static final ArchRule CALLS_KNOW_NO_PORT =
      noClasses()
          .that()
          .resideInAPackage("dev.vidiexport.http.calls..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.vidiexport.http");

  @Test
  void showsTheOutsideNothingButItsInterface() {
    assertThat(MAIN.stream())
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(type -> type.getPackageName().equals("dev.vidiexport.http"))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(
            "BaseUrl", "Credentials", "ExportUrl", "HttpModule", "HttpSettings", "NetworkSettings");
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

  /** What is public in the lower packages is so for those above; in app a rule keeps others out. */
  @Test
  void goesFromThePortsToTheCallsToTheAnswers() {
    ANSWERS_KNOW_NO_CALL.check(MAIN);
    CALLS_KNOW_NO_PORT.check(MAIN);
  }

  @Test
  void findsPlantedStepsTheOtherWay() {
    JavaClasses answer = new ClassFileImporter().importClasses(AnswerThatKnowsACall.class);
    JavaClasses call = new ClassFileImporter().importClasses(CallThatKnowsAPort.class);

    assertThat(ANSWERS_KNOW_NO_CALL.evaluate(answer).hasViolation()).isTrue();
    assertThat(CALLS_KNOW_NO_PORT.evaluate(call).hasViolation()).isTrue();
  }

  @Test
  void findsAPlantedBreach() {
    JavaClasses breach = new ClassFileImporter().importClasses(PlantedBreach.class);

    assertThat(WIRE_STAYS_INSIDE.evaluate(breach).hasViolation()).isTrue();
  }
}
