package dev.vidiexport.app.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The bad plugins whose jar is no good, whatever is in it. */
final class BadJar {
  private static final String PLUGIN = "Skipped the plugin JAR: ";
  private static final String DAMAGED = PLUGIN + "it is not a jar, or a damaged one.";
  private static final int MEBIBYTE = 1024 * 1024;

  private BadJar() {}

  static List<BadPlugin> all() {
    return List.of(
        new BadPlugin("text", jar -> Files.writeString(jar, "no jar"), DAMAGED),
        new BadPlugin("empty file", jar -> Files.createFile(jar), PLUGIN + "it is empty."),
        new BadPlugin("truncated jar", jar -> Files.write(jar, firstHalf(usual(jar))), DAMAGED),
        new BadPlugin("end of a jar", jar -> Files.write(jar, secondHalf(usual(jar))), DAMAGED),
        new BadPlugin("jar with a hole", BadJar::withAHole, DAMAGED),
        new BadPlugin(
            "folder named like a jar",
            jar -> Files.createDirectory(jar),
            PLUGIN + "it is a folder, although it is named like a jar."),
        new BadPlugin(
            "link to itself",
            jar -> Files.createSymbolicLink(jar, jar.getFileName()),
            PLUGIN + "it is a broken link."),
        new BadPlugin(
            "link to nothing",
            jar -> Files.createSymbolicLink(jar, Path.of("gone")),
            PLUGIN + "it is a broken link."),
        new BadPlugin(
            "device",
            jar -> Files.createSymbolicLink(jar, Path.of("/dev/zero")),
            PLUGIN + "it is not a file."),
        new BadPlugin(
            "entry that leads out",
            jar -> BuiltPlugin.usual().with("../../evil.txt", new byte[1]).jar(jar),
            PLUGIN + "it has an entry whose name points outside it: \"../../evil.txt\"."),
        new BadPlugin(
            "entry with an absolute name",
            jar -> BuiltPlugin.usual().with("/etc/evil", new byte[1]).jar(jar),
            PLUGIN + "it has an entry whose name points outside it: \"/etc/evil\"."),
        new BadPlugin(
            "list of a gigabyte",
            jar -> large(jar, BuiltPlugin.SERVICES, 1024),
            PLUGIN + "the list of sinks in it is longer than 64 KiB."),
        new BadPlugin(
            "manifest without an end",
            jar -> large(jar, "meta-inf/manifest.mf", 64),
            PLUGIN + "it has an entry that is far too long: meta-inf/manifest.mf."),
        new BadPlugin(
            "signature without an end",
            jar -> large(jar, "META-INF/EVIL.SF", 64),
            PLUGIN + "it has an entry that is far too long: META-INF/EVIL.SF."),
        new BadPlugin(
            "class path that leads elsewhere",
            jar -> BuiltPlugin.usual().saying("Class-Path", "gone.jar /dev/null").jar(jar),
            PLUGIN
                + "the class path in its manifest points outside it, to /dev/null; put that file"
                + " and the jar into a folder of their own."),
        new BadPlugin(
            "class path to a server",
            jar -> BuiltPlugin.usual().saying("Class-Path", "http://127.0.0.1:9/evil.jar").jar(jar),
            PLUGIN
                + "the class path in its manifest points outside it, to"
                + " http://127.0.0.1:9/evil.jar; put that file and the jar into a folder of their"
                + " own."),
        new BadPlugin(
            "class for a later Java alone",
            jar ->
                BuiltPlugin.usual()
                    .saying("Multi-Release", "true")
                    .with("META-INF/versions/99/plugin/Odd.class", odd())
                    .without("plugin/Odd.class")
                    .jar(jar),
            "Skipped the sink plugin.Odd of JAR: it is listed as a sink, but there is no such"
                + " class."));
  }

  private static byte[] odd() {
    return BuiltPlugin.usual().entry(BuiltPlugin.CLASS);
  }

  private static byte[] usual(Path jar) throws IOException {
    return Files.readAllBytes(BuiltPlugin.usual().jar(jar));
  }

  private static byte[] firstHalf(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] secondHalf(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
  }

  /** The list of entries is whole, but the entries are not. */
  private static void withAHole(Path jar) throws IOException {
    byte[] bytes = usual(jar);
    Arrays.fill(bytes, 0, bytes.length / 2, (byte) 0xff);
    Files.write(jar, bytes);
  }

  /** A small jar with a list of sinks and an entry that is large once it is unpacked. */
  private static void large(Path jar, String name, int mebibytes) throws IOException {
    byte[] lines = new byte[MEBIBYTE];
    Arrays.fill(lines, (byte) '\n');
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(name));
      for (int written = 0; written < mebibytes; written++) {
        zip.write(lines);
      }
      if (!name.equals(BuiltPlugin.SERVICES)) {
        zip.putNextEntry(new ZipEntry(BuiltPlugin.SERVICES));
        zip.write("plugin.Odd".getBytes(UTF_8));
      }
      zip.closeEntry();
    }
  }
}
