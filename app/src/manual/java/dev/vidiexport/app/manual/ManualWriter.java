package dev.vidiexport.app.manual;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.cli.CommandModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the pages for man, and the completions for shells. The build runs it. */
public final class ManualWriter {
  private ManualWriter() {}

  /**
   * Writes all files.
   *
   * @param arguments the folder of the templates; the folder of the build, below which are {@code
   *     manual} and {@code completion}; the folder of the classes, where the program finds the
   *     completions; the version; and the moment of the sources, ISO-8601
   */
  public static void main(String[] arguments) throws IOException {
    Path templates = Path.of(arguments[0]);
    Path build = Path.of(arguments[1]);
    Path shipped = Path.of(arguments[2], "META-INF", "vidiexport", "completion");
    PageOrigin origin = new PageOrigin(arguments[4].substring(0, 10), "vidiexport " + arguments[3]);
    ProgramModel model = CommandModelReader.read();
    for (Map.Entry<String, String> page : pages(model, origin).entrySet()) {
      write(build.resolve("manual/man1/" + page.getKey() + ".1"), page.getValue());
    }
    write(build.resolve("manual/man5/vidiexport.yaml.5"), ProjectFilePage.of(origin));
    String bash = BashCompletion.of(model, CompletionTemplate.read(templates, "vidiexport.bash"));
    write(build.resolve("completion/bash/vidiexport"), bash);
    write(shipped.resolve("bash"), bash);
    String zsh = ZshCompletion.of(model, CompletionTemplate.read(templates, "vidiexport.zsh"));
    write(build.resolve("completion/zsh/_vidiexport"), zsh);
    write(shipped.resolve("zsh"), zsh);
    String fish = FishCompletion.of(model, CompletionTemplate.read(templates, "vidiexport.fish"));
    write(build.resolve("completion/fish/vidiexport.fish"), fish);
    write(shipped.resolve("fish"), fish);
  }

  private static Map<String, String> pages(ProgramModel model, PageOrigin origin) {
    return model
        .all()
        .collect(
            Collectors.toMap(
                command -> ManualPage.name(model, command),
                command -> ManualPage.of(model, command, origin)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }
}
