package dev.vidiexport.app.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What this machine is. */
public final class MachineDescription {
  private static final long GIBIBYTE = 1L << 30;

  private MachineDescription() {}

  /** Its traits by name, in the order in which they are shown. */
  public static Map<String, String> traits() throws IOException {
    Map<String, String> traits = new LinkedHashMap<>();
    ProcFile cpus = ProcFile.of(Path.of("/proc/cpuinfo"));
    traits.put("processor", cpus.value("model name").orElse("not known"));
    traits.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    long memory = ProcFile.of(Path.of("/proc/meminfo")).bytes("MemTotal");
    traits.put("memory", Math.round((double) memory / GIBIBYTE) + " GiB");
    traits.put("system", property("os.name") + " " + property("os.version"));
    traits.put("java", property("java.vm.name") + " " + property("java.runtime.version"));
    return traits;
  }

  /** How much memory a new process could have. */
  public static long availableBytes() throws IOException {
    return ProcFile.of(Path.of("/proc/meminfo")).bytes("MemAvailable");
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
