package dev.vidiexport.app.cli.prepared;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that the build has prepared, each a resource. */
public final class PreparedCommands {
  private static final String FOLDER = "META-INF/vidiexport/command/";

  private PreparedCommands() {}

  /**
   * Writes a command into its resource.
   *
   * @param classes where the resources of the program are
   * @param command as picocli has read it from annotations; what only a run of the program knows is
   *     told by words that stand for it
   */
  public static void write(Path classes, CommandSpec command) throws IOException {
    Path file = classes.resolve(resource(command.name()));
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        DataOutputStream data = new DataOutputStream(out)) {
      PreparedCommand.of(command).write(data);
    } catch (ReflectiveOperationException unreachable) {
      throw new IllegalStateException("A field of " + command + " is out of reach.", unreachable);
    }
  }

  /**
   * What picocli is to know of a command: what the build has prepared, or else what its annotations
   * say.
   *
   * @param name how the command is called
   * @param command takes the values; of the class of which it was prepared
   * @param completed puts what only this run knows into the lines of the help
   */
  public static CommandSpec spec(String name, Object command, UnaryOperator<String> completed) {
    ClassLoader loader = PreparedCommands.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource(name))) {
      return in == null
          ? CommandSpec.forAnnotatedObject(command)
          : PreparedCommand.read(new DataInputStream(new BufferedInputStream(in)))
              .spec(command, completed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ReflectiveOperationException unreachable) {
      throw new IllegalStateException("A field of " + name + " is out of reach.", unreachable);
    }
  }

  private static String resource(String command) {
    return FOLDER + command;
  }
}
