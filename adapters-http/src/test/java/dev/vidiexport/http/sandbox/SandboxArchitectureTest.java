package dev.vidiexport.http.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sandbox shares with the client: nothing, or a mistake of both would not show. */
class SandboxArchitectureTest {
  private static final String SANDBOX = "dev.vidiexport.http.sandbox";
  private static final String CAMERAS = SANDBOX + ".cameras";
  private static final String CHANCE = SANDBOX + ".chance";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.vidiexport.http");

  private static final ArchRule SANDBOX_KNOWS_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage(SANDBOX + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.sun.net.httpserver..", "org.jspecify.annotations..", SANDBOX + "..");

  private static final ArchRule DATA_KNOW_NO_SERVICE =
      classes()
          .that()
          .resideInAnyPackage(SANDBOX + "..data..", CAMERAS, CHANCE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify.annotations..", SANDBOX + ".data..", CAMERAS, CHANCE);

  private static final ArchRule CAMERAS_KNOW_NO_ROWS =
      noClasses()
          .that()
          .resideInAnyPackage(SANDBOX + "..cameras..", SANDBOX + "..chance..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SANDBOX + ".data..");

  private static final ArchRule THE_CLIENT_KNOWS_NO_SANDBOX =
      noClasses()
          .that()
          .resideOutsideOfPackage(SANDBOX + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SANDBOX + "..");

  @Test
  void knowsTheJdkAlone() {
    SANDBOX_KNOWS_THE_JDK_ALONE.check(MAIN);
  }

  /** What is served is made up without a thought of how it is asked for. */
  @Test
  void keepsItsDataFreeOfTheService() {
    DATA_KNOW_NO_SERVICE.check(MAIN);
  }

  @Test
  void keepsItsCamerasFreeOfRows() {
    CAMERAS_KNOW_NO_ROWS.check(MAIN);
  }

  @Test
  void isUnknownToTheClient() {
    THE_CLIENT_KNOWS_NO_SANDBOX.check(MAIN);
  }

  @Test
  void showsTheOutsideNothingButItsInterface() {
    assertThat(publicTypesOf(SANDBOX))
        .containsExactlyInAnyOrder(
            "Misbehaviour",
            "Sandbox",
            "SandboxHistory",
            "SandboxSettings",
            "SandboxStatistics",
            "SandboxTime",
            "ServedRows",
            "SizeBounds",
            "StatusOnly",
            "TimeFile");
  }

  /** Public for the service; nobody outside of the sandbox may use them. */
  @Test
  void showsItsServiceAFewOfItsDataAlone() {
    assertThat(publicTypesOf(SANDBOX + ".data"))
        .containsExactlyInAnyOrder(
            "VidiCenterJson", "Question", "Refusal", "RowFlaws", "SandboxData", "DataOverTime");
  }

  @Test
  void hasNoOtherPackages() {
    assertThat(MAIN.stream().map(JavaClass::getPackageName))
        .filteredOn(name -> name.startsWith(SANDBOX))
        .containsOnly(SANDBOX, SANDBOX + ".data", CAMERAS, CHANCE);
  }

  private static List<String> publicTypesOf(String name) {
    return MAIN.stream()
        .filter(type -> type.getPackageName().equals(name))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getSimpleName)
        .toList();
  }

  @Test
  void wouldFindThePlantedBreaches() {
    JavaClasses planted = new ClassFileImporter().importPackages(SANDBOX + ".planted");
    JavaClasses user = new ClassFileImporter().importPackages("dev.vidiexport.http.planteduser");

    EvaluationResult breaches = SANDBOX_KNOWS_THE_JDK_ALONE.evaluate(planted);

    assertThat(breaches.getFailureReport().getDetails())
        .anyMatch(line -> line.contains("WhoamiDto"))
        .anyMatch(line -> line.contains("DataCatalogue"));
    assertThat(DATA_KNOW_NO_SERVICE.evaluate(planted).getFailureReport().getDetails())
        .anyMatch(line -> line.contains("SandboxSettings"));
    assertThat(CAMERAS_KNOW_NO_ROWS.evaluate(planted).getFailureReport().getDetails())
        .anyMatch(line -> line.contains("CamerasThatKnowRows"));
    assertThat(THE_CLIENT_KNOWS_NO_SANDBOX.evaluate(user).getFailureReport().getDetails())
        .anyMatch(line -> line.contains("ClientOfASandbox"))
        .anyMatch(line -> line.contains("ClientOfItsData"));
  }
}
