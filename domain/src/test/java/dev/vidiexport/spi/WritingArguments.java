package dev.vidiexport.spi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a process of its own is to write, as the arguments of its command line.
 *
 * @param provider the name of the provider's class
 * @param output the file
 * @param externalName what leads to it for a sink of kind EXTERNAL
 * @param extension which of the format's extensions the output has
 * @param options the sink's options
 */
record WritingArguments(
    String provider,
    Path output,
    String externalName,
    Optional<String> extension,
    Map<String, String> options) {
  private static final int FIXED = 4;

  List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of(provider, output.toString(), externalName, extension.orElse("")));
    options.forEach(
        (name, value) -> {
          arguments.add(name);
          arguments.add(value);
        });
    return arguments;
  }

  static WritingArguments parse(String... arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int index = FIXED; index < arguments.length; index += 2) {
      options.put(arguments[index], arguments[index + 1]);
    }
    return new WritingArguments(
        arguments[0],
        Path.of(arguments[1]),
        arguments[2],
        Optional.of(arguments[3]).filter(extension -> !extension.isEmpty()),
        options);
  }
}
