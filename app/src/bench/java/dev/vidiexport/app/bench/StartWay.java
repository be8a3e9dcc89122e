package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.Jdks;
import dev.vidiexport.app.packaged.InstalledJdks;
import java.io.IOException;
import java.util.Optional;

/** The ways in which users start the program, as they are told apart in the tables. */
enum StartWay {
  /** As a jar, on the Java of the benchmark. */
  JAR("", false, false),
  /** By the launcher, on the Java of the benchmark. */
  LAUNCHER(", by the launcher", true, false),
  /** As a jar, on a Java that can keep profiles. */
  JAR_ON_NEW_JAVA(", on Java 25", false, true),
  /** By the launcher, on a Java that can keep profiles. */
  LAUNCHER_ON_NEW_JAVA(", by the launcher on Java 25", true, true);

  private final String suffix;
  private final boolean launched;
  private final boolean newJava;

  StartWay(String suffix, boolean launched, boolean newJava) {
    this.suffix = suffix;
    this.launched = launched;
    this.newJava = newJava;
  }

  /** What stands behind the name of a contestant that is started so. */
  String suffix() {
    return suffix;
  }

  boolean isLaunched() {
    return launched;
  }

  /** The Java that runs the program; empty where this machine has none that is new enough. */
  Optional<JavaRuntime> java() throws IOException {
    return newJava
        ? Jdks.installed().values().stream()
            .filter(java -> InstalledJdks.makesAotCache(java.home()))
            .findFirst()
        : Optional.of(JavaRuntime.current());
  }
}
