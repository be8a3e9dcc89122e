package dev.vidiexport.domain.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The inner edges of the domain.
 *
 * @param packages the package that holds the domain's packages
 * @param spi the package of the SPI
 */
record ArchitectureRules(String packages, String spi) {
  private static final Set<String> FILES =
      Set.of(
          "java.io.File",
          "java.io.FileDescriptor",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.PrintWriter",
          "java.io.RandomAccessFile",
          "java.nio.channels.FileChannel");

  /** Every rule, by what it says. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("values know values", knowOnly(values(), values()));
    rules.put(
        "rules know what they check",
        knowOnly(
            within("rules"), with(spi, all(usedByHistories(), "rules", "catalogue", "planning"))));
    rules.put("tables know nobody", knowOnly(within("table"), within("table")));
    rules.put("failures know nobody", knowOnly(within("failure"), within("failure")));
    rules.put("the watchdog knows nobody", knowOnly(within("watchdog"), within("watchdog")));
    rules.put("the SPI knows tables", knowOnly(new String[] {spi + ".."}, with(spi, "table")));
    rules.put(
        "polling knows no port", knowOnly(within("polling"), within("polling", "failure", "text")));
    rules.put("polling knows no clock", noClock("polling"));
    rules.put(
        "schedules know no port", knowOnly(within("scheduling"), within("scheduling", "polling")));
    rules.put("schedules know no clock", noClock("scheduling"));
    rules.put(
        "ports know what goes through them",
        knowOnly(
            within("port"),
            with(
                spi,
                "port",
                "polling",
                "request",
                "table",
                "topology",
                "typing",
                "failure",
                "history",
                "coverage",
                "dimension")));
    rules.put(
        "dimensions know values",
        knowOnly(within("dimension"), within("dimension", "topology", "table")));
    rules.put(
        "fingerprints know rows",
        knowOnly(within("fingerprint"), with(spi, "fingerprint", "table")));
    rules.put("histories know values", knowOnly(within("history"), with(spi, usedByHistories())));
    rules.put(
        "plans know values",
        knowOnly(within("planning"), withAll(usedByHistories(), "planning", "typing")));
    rules.put(
        "coverage knows values",
        knowOnly(within("coverage"), with(spi, all(usedByHistories(), "coverage", "fingerprint"))));
    rules.put(
        "additions know values", knowOnly(within("enrichment"), with(spi, usedByHistories())));
    rules.put("reports know nobody", knowOnly(within("report"), within("report")));
    rules.put(
        "audiences know values",
        knowOnly(
            within("audience"),
            within(
                "audience",
                "report",
                "coverage",
                "catalogue",
                "request",
                "rows",
                "table",
                "text",
                "failure")));
    rules.put("audiences know no clock", noClock("audience"));
    rules.put(
        "statuses know a ledger",
        knowOnly(
            within("status"),
            with(
                spi,
                all(
                    usedByHistories(),
                    "status",
                    "coverage",
                    "fingerprint",
                    "planning",
                    "port",
                    "polling"))));
    rules.put(
        "diagnoses know what was tried",
        knowOnly(within("diagnosis"), within("diagnosis", "port", "failure", "polling", "text")));
    rules.put("plans know no clock", noLookAtTheClock());
    rules.put("nobody reaches a use case", nobodyReachesAUseCase());
    rules.put("the listing knows no sink", knowOnly(within("listing"), within(usedByTheListing())));
    rules.put("the domain knows the JDK only", knowOnly(everything(), everything()));
    rules.put("the domain logs nothing", noLogging());
    rules.put("the domain touches no file", noFiles());
    rules.put(
        "the domain prints nothing", GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    rules.put(
        "packages make no circle", slices().matching(root() + ".(**)").should().beFreeOfCycles());
    return rules;
  }

  private String[] values() {
    return within("request", "table", "typing", "catalogue", "text", "topology", "rows");
  }

  private static String[] usedByHistories() {
    return new String[] {
      "history",
      "request",
      "table",
      "typing",
      "text",
      "topology",
      "failure",
      "catalogue",
      "rows",
      "enrichment"
    };
  }

  private String[] withAll(String[] others, String... names) {
    return within(all(others, names));
  }

  private static String[] all(String[] others, String... names) {
    return Stream.concat(Arrays.stream(others), Arrays.stream(names)).toArray(String[]::new);
  }

  private static String[] usedByTheListing() {
    return new String[] {"listing", "port", "polling", "topology", "failure", "text"};
  }

  private String root() {
    return spi.substring(0, spi.lastIndexOf('.'));
  }

  private String[] everything() {
    return new String[] {packages + "..", spi + ".."};
  }

  private String[] within(String... names) {
    return Arrays.stream(names).map(name -> packages + "." + name + "..").toArray(String[]::new);
  }

  private String[] with(String other, String... names) {
    return Stream.concat(Stream.of(other + ".."), Arrays.stream(within(names)))
        .toArray(String[]::new);
  }

  private static ArchRule knowOnly(String[] from, String[] to) {
    String[] allowed =
        Stream.concat(Stream.of("java..", "org.jspecify.."), Arrays.stream(to))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  private ArchRule noClock(String name) {
    return noClasses()
        .that()
        .resideInAnyPackage(within(name))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(System.class.getName())
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.(Clock|Instant|InstantSource)");
  }

  /** Moments are values here, but nobody asks for the present one. */
  private ArchRule noLookAtTheClock() {
    return noClasses()
        .that()
        .resideInAnyPackage(within("history", "planning", "coverage", "status", "diagnosis"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(System.class.getName())
        .orShould()
        .callMethodWhere(
            describe(
                "asks for the present moment",
                call ->
                    call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time")));
  }

  private ArchRule nobodyReachesAUseCase() {
    String[] useCases = within("export", "extract", "listing", "reporting", "sync", "verify");
    return noClasses()
        .that()
        .resideOutsideOfPackages(useCases)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(useCases);
  }

  private ArchRule noLogging() {
    return noClasses()
        .that()
        .resideInAnyPackage(everything())
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger.*");
  }

  private ArchRule noFiles() {
    DescribedPredicate<JavaClass> files =
        describe(
            "open files",
            type ->
                FILES.contains(type.getName())
                    || (type.getPackageName().startsWith("java.nio.file")
                        && !type.isEquivalentTo(Path.class)));
    return noClasses().that().resideInAnyPackage(everything()).should().dependOnClassesThat(files);
  }
}
