package dev.vidiexport.app.plugins;

import static dev.vidiexport.app.plugins.ProviderSource.usual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A way in which a plugin can be no good.
 *
 * @param name what is wrong
 * @param made puts it into a folder
 * @param line all that the user is told, with JAR for the path of the jar
 */
public record BadPlugin(String name, Made made, String line) {
  /** Makes a bad plugin. */
  public interface Made {
    /** Makes the file. */
    void at(Path jar) throws IOException;
  }

  private static final String SINK = "Skipped the sink plugin.Odd of JAR: ";
  private static final String PLUGIN = "Skipped the plugin JAR: ";
  private static final String NO_CONSTRUCTOR =
      SINK + "it must be a public class with a public constructor without arguments.";

  /** Puts it into a folder. */
  public void install(Path jar) throws IOException {
    made.at(jar);
    PrivateFolders.keep(jar);
  }

  @Override
  public String toString() {
    return name;
  }

  private static BadPlugin of(String name, ProviderSource source, String line) {
    return of(name, BuiltPlugin.of(source), line);
  }

  private static BadPlugin of(String name, BuiltPlugin plugin, String line) {
    return new BadPlugin(name, plugin::jar, line);
  }

  /** All that can be made on any file system. */
  public static List<BadPlugin> all() {
    List<BadPlugin> all = new ArrayList<>();
    all.addAll(failing());
    all.addAll(unfit());
    all.addAll(answering());
    all.addAll(listing());
    all.addAll(BadJar.all());
    return all;
  }

  private static List<BadPlugin> failing() {
    String fails = "if (true) throw new IllegalStateException(\"no luck\");";
    return List.of(
        of(
            "throwing constructor",
            usual().with("constructor", "public Odd() { " + fails + " }"),
            SINK + "it failed: no luck."),
        of(
            "constructor that throws an error without a message",
            usual().with("constructor", "public Odd() { if (true) throw new Error(); }"),
            SINK + "it failed without saying why (Error)."),
        of(
            "constructor that throws what cannot be told",
            usual()
                .with(
                    "constructor",
                    "public Odd() { throw new Error() {"
                        + " @Override public String getMessage() { throw new Error(); } }; }"),
            SINK + "it failed without saying why."),
        of(
            "throwing static initialiser",
            usual().with("members", "static { " + fails + " }"),
            SINK + "it failed when it was loaded: no luck."),
        of(
            "endless recursion",
            usual().with("format", "return format();"),
            SINK + "asked for its format, it failed without saying why (StackOverflowError)."),
        of(
            "constructor that takes all memory",
            usual().with("members", "private final long[] all = new long[Integer.MAX_VALUE];"),
            SINK + "there was not enough memory for it."));
  }

  private static List<BadPlugin> unfit() {
    return List.of(
        of(
            "missing class",
            BuiltPlugin.of(
                    Map.of(
                        "plugin/Odd.java",
                        usual().with("members", "final lib.Gone gone = new lib.Gone();").text(),
                        "lib/Gone.java",
                        "package lib; public class Gone {}"))
                .without("lib/"),
            SINK
                + "it needs the class lib.Gone, which it does not include (a plugin sees no library"
                + " of this program)."),
        of(
            "without the library that the program has",
            usual()
                .with(
                    "members",
                    "final Object moshi = new com.squareup.moshi.Moshi.Builder().build();"),
            SINK
                + "it needs the class com.squareup.moshi.Moshi$Builder, which it does not include"
                + " (a plugin sees no library of this program)."),
        of(
            "made for interfaces of the future",
            BuiltPlugin.of(
                Map.of(
                    "plugin/Odd.java",
                    usual().with("members", "final Object next = new Later();").text(),
                    "dev/vidiexport/spi/Later.java",
                    "package dev.vidiexport.spi; public class Later {}")),
            SINK
                + "it needs the class dev.vidiexport.spi.Later, which this version of the program"
                + " does not have."),
        of(
            "made for interfaces of the past",
            BuiltPlugin.usual().with(BuiltPlugin.CLASS, withoutOptions()),
            SINK
                + "asked for its options, it was made for other versions of the classes that it"
                + " finds here."),
        of(
            "newer class file",
            withByteOfClass(7, 200),
            SINK + "it was compiled for a newer Java than this one."),
        of("damaged class", withByteOfClass(0, 0), SINK + "one of its classes is damaged."));
  }

  /** A class without the method, as an author's compiler of the past would have made it. */
  private static byte[] withoutOptions() {
    String old = usual().text().replaceFirst("@Override public List<SinkOption> options.*", "");
    return BuiltPlugin.of(
            Map.of(
                "plugin/Odd.java",
                old,
                "dev/vidiexport/spi/SinkProvider.java",
                """
                package dev.vidiexport.spi;
                public interface SinkProvider {
                  int SPI_VERSION = 1;
                  int spiVersion();
                  String format();
                  java.util.Set<String> fileExtensions();
                  TargetKind targetKind();
                  Sink open(SinkContext context) throws java.io.IOException;
                }
                """))
        .entry(BuiltPlugin.CLASS);
  }

  private static BuiltPlugin withByteOfClass(int index, int value) {
    byte[] bytes = BuiltPlugin.usual().entry(BuiltPlugin.CLASS);
    bytes[index] = (byte) value;
    return BuiltPlugin.usual().with(BuiltPlugin.CLASS, bytes);
  }

  private static List<BadPlugin> answering() {
    return List.of(
        of(
            "another version of the interfaces",
            usual().with("spiVersion", "return 7;"),
            SINK + "it was made for version 7 of the sink interfaces, but this is version 1."),
        of(
            "built-in format",
            usual().of("csv"),
            "Skipped the sink \"csv\" of JAR: the format ships with vidiexport."),
        of("blank format", usual().of(" "), format(" ")),
        of("empty format", usual().of(""), format("")),
        of("upper-case format", usual().of("Odd"), format("Odd")),
        of("format of two words", usual().of("odd one"), format("odd one")),
        of("format with a control character", usual().of("odd\\u001b"), format("odd\\u{001B}")),
        of("format like standard output", usual().of("-"), format("-")),
        of("format like a path", usual().of("../a"), format("../a")),
        of("format like a list", usual().of("a,b;rm"), format("a,b;rm")),
        of(
            "extension like a path",
            usual().with("fileExtensions", "return Set.of(\"a/b\");"),
            extension("a/b")),
        of(
            "too many extensions",
            usual()
                .with(
                    "fileExtensions",
                    "Set<String> all = new HashSet<>(); for (int i = 0; i < 51; i++) {"
                        + " all.add(\"e\" + i); } return all;"),
            SINK + "it has more than 50 extensions."),
        of(
            "a scheme of one letter",
            schemes("return Set.of(\"c\");"),
            SINK
                + "its schemes must be two or more lower-case letters, digits, plus signs, hyphens and"
                + " dots and begin with a letter, but one is \"c\"."),
        of(
            "schemes of a format that writes files",
            schemes("return Set.of(\"serve\");"),
            SINK + "it has schemes of addresses, but writes to files that the program names."),
        of(
            "too many schemes",
            schemes(
                "Set<String> all = new HashSet<>(); for (int i = 0; i < 11; i++) {"
                    + " all.add(\"s\" + i); } return all;"),
            SINK + "it has more than 10 schemes."),
        of("no schemes", schemes("return null;"), SINK + "it gives no answer for its schemes."),
        of(
            "too many options",
            usual()
                .with(
                    "options",
                    "List<SinkOption> all = new ArrayList<>(); for (int i = 0; i < 101; i++) {"
                        + " all.add(SinkOption.of(\"o\" + i, new OptionKind.Flag(), \"true\","
                        + " \"How.\")); } return all;"),
            SINK + "it has more than 100 options."),
        of(
            "no format",
            usual().with("format", "return null;"),
            SINK + "it gives no answer for its format."),
        of(
            "no target",
            usual().with("targetKind", "return null;"),
            SINK + "it gives no answer for its target."),
        of(
            "no extensions",
            usual().with("fileExtensions", "return null;"),
            SINK + "it gives no answer for its extensions."),
        of(
            "no options",
            usual().with("options", "return null;"),
            SINK + "it gives no answer for its options."),
        of(
            "an option that does not exist",
            usual().with("options", "return Collections.singletonList(null);"),
            SINK + "one of its options is null."),
        of(
            "extension with a dot",
            usual().with("fileExtensions", "return Set.of(\".odd\");"),
            extension(".odd")),
        of(
            "upper-case extension",
            usual().with("fileExtensions", "return Set.of(\"ODD\");"),
            extension("ODD")),
        of(
            "options with one name",
            usual()
                .with(
                    "options",
                    "var mode = SinkOption.of(\"mode\", new OptionKind.Flag(), \"true\", \"How.\");"
                        + " return List.of(mode, mode);"),
            SINK + "two of its options have the name mode."),
        of(
            "throwing when asked",
            usual().with("options", THROWS),
            SINK + "asked for its options, it failed: no luck."));
  }

  private static final String THROWS = "throw new IllegalStateException(\"no luck\");";

  private static String format(String shown) {
    return SINK
        + "its format must be lower-case letters, digits and hyphens and begin with a letter, but"
        + " is \""
        + shown
        + "\".";
  }

  private static ProviderSource schemes(String body) {
    return usual()
        .with("members", "@Override public Set<String> addressSchemes() { " + body + " }");
  }

  private static String extension(String shown) {
    return SINK
        + "its extensions must be lower-case letters, digits and dots without a dot before them,"
        + " but one is \""
        + shown
        + "\".";
  }

  private static List<BadPlugin> listing() {
    return List.of(
        of(
            "without a list of sinks",
            BuiltPlugin.usual().without("META-INF/"),
            PLUGIN + "there is no sink in it."),
        of(
            "list of comments alone",
            BuiltPlugin.usual().listing("# nothing\n\n"),
            PLUGIN + "there is no sink in it."),
        of(
            "list that names what is not there",
            BuiltPlugin.usual().listing("plugin.Other"),
            "Skipped the sink plugin.Other of JAR: it is listed as a sink, but there is no such"
                + " class."),
        of(
            "list that names no sink",
            BuiltPlugin.usual().listing("plugin.Odd$Lines"),
            "Skipped the sink plugin.Odd$Lines of JAR: it is listed as a sink, but is not a"
                + " SinkProvider."),
        of(
            "list of something else",
            BuiltPlugin.usual().listing("plugin.Odd\n<html>\n"),
            PLUGIN + "line 2 of its list of sinks is not the name of a class: \"<html>\"."),
        of(
            "list of a thousand names",
            BuiltPlugin.usual().listing(names(1_000)),
            PLUGIN + "it lists more than 100 sinks."),
        of(
            "abstract class",
            usual().with("declaration", "public abstract class Odd implements SinkProvider"),
            NO_CONSTRUCTOR),
        of("private constructor", usual().with("constructor", "private Odd() {}"), NO_CONSTRUCTOR),
        of(
            "class that is not public",
            usual().with("declaration", "final class Odd implements SinkProvider"),
            NO_CONSTRUCTOR),
        of(
            "constructor with arguments",
            usual().with("constructor", "public Odd(String format) {}"),
            NO_CONSTRUCTOR));
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder();
    for (int name = 0; name < count; name++) {
      names.append("plugin.Odd").append(name).append('\n');
    }
    return names.toString();
  }
}
