package dev.vidiexport.app.arguments;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import dev.vidiexport.domain.text.SpellingSuggestion;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.TargetKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which format an output gets.
 *
 * @param sink the format
 * @param extension which of the format's extensions the output has; empty when its name tells
 *     nothing, and on standard output
 */
public record FormatChoice(InstalledSink sink, Optional<String> extension) {
  /** The name that stands for standard output. */
  public static final String STANDARD_OUTPUT = "-";

  private static final String FORMAT_OF_STANDARD_OUTPUT = "csv";

  /** How other programs are told of a database, with what must not be shown. */
  private static final Pattern CONNECTION_TEXT =
      Pattern.compile("(?i)(^|[\\s;&?])(password|pwd)\\s*=");

  /**
   * Chooses by name, or by the output's extension.
   *
   * @param format what the user named; null when nothing
   * @throws IllegalArgumentException with a sentence for the user, when nothing fits; an {@link
   *     InvalidSettingException}, when another output or another format would
   */
  public static FormatChoice of(SinkRegistry registry, @Nullable String format, String output) {
    boolean standardOutput = output.equals(STANDARD_OUTPUT);
    List<InstalledSink> takers =
        AddressScheme.of(output).map(registry::takingAddresses).orElse(List.of());
    FormatChoice choice =
        format == null && !standardOutput
            ? byItself(registry, takers, output)
            : byName(registry, format == null ? FORMAT_OF_STANDARD_OUTPUT : format, output);
    requireAddressTaken(choice, takers, output);
    if (standardOutput && choice.kind() != TargetKind.BYTES) {
      throw new InvalidSettingException(
          FailureReason.FORMAT_NEEDS_FILE,
          "The format %s cannot write to standard output.".formatted(choice.sink.format()));
    }
    return choice;
  }

  private static FormatChoice byItself(
      SinkRegistry registry, List<InstalledSink> takers, String output) {
    if (takers.isEmpty()) {
      return byExtension(registry, output);
    }
    if (takers.size() > 1) {
      throw new InvalidSettingException(
          FailureReason.FORMAT_NOT_TOLD,
          "Several formats write to addresses of %s."
              .formatted(AddressScheme.of(output).orElseThrow()),
          takers.stream().map(InstalledSink::format).toList());
    }
    return new FormatChoice(takers.get(0), Optional.empty());
  }

  /** An address may hold a password, and is not shown. */
  private static void requireAddressTaken(
      FormatChoice choice, List<InstalledSink> takers, String output) {
    boolean isTaken =
        takers.isEmpty()
            ? choice.kind() == TargetKind.EXTERNAL || AddressScheme.ofAddress(output).isEmpty()
            : takers.contains(choice.sink);
    if (!isTaken) {
      throw takers.isEmpty()
          ? noTaker(output)
          : new IllegalArgumentException(
              "The format %s does not write to addresses of %s; leave --format out."
                  .formatted(choice.sink.format(), AddressScheme.of(output).orElseThrow()));
    }
  }

  private static FormatChoice byName(SinkRegistry registry, String format, String output) {
    return registry
        .find(format)
        .map(sink -> new FormatChoice(sink, sink.extensionNearest(fileName(output))))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown format \"%s\".%s Installed: %s."
                        .formatted(
                            format,
                            SpellingSuggestion.nearest(format, registry.formats())
                                .map(SpellingSuggestion::asQuestion)
                                .orElse(""),
                            String.join(", ", registry.formats()))));
  }

  private static FormatChoice byExtension(SinkRegistry registry, String output) {
    if (CONNECTION_TEXT.matcher(output).find()) {
      throw new IllegalArgumentException(
          "The output must be a file or an address, such as postgresql://user@host:5432/database.");
    }
    if (AddressScheme.ofAddress(output).isPresent()) {
      throw noTaker(output);
    }
    List<SinkRegistry.Match> matches = registry.matching(fileName(output));
    if (matches.size() == 1) {
      SinkRegistry.Match match = matches.get(0);
      return new FormatChoice(match.sink(), Optional.of(match.extension()));
    }
    throw matches.isEmpty()
        ? notTold(new NamePromise(fileName(output), registry), output)
        : notTold(
            "Several formats write files such as \"%s\".",
            output, matches.stream().map(match -> match.sink().format()).toList());
  }

  private static IllegalArgumentException noTaker(String address) {
    return new IllegalArgumentException(
        "No format writes to addresses that begin with %s://."
            .formatted(AddressScheme.ofAddress(address).orElseThrow()));
  }

  private static InvalidSettingException notTold(NamePromise promise, String output) {
    List<String> keepers = promise.keepers();
    return keepers.isEmpty()
        ? new InvalidSettingException(
            FailureReason.NAME_FITS_NO_FORMAT,
            "The name \"%s\" promises %s, which no format writes."
                .formatted(output, promise.description()))
        : notTold("The extension of \"%s\" does not tell the format.", output, keepers);
  }

  private static InvalidSettingException notTold(
      String found, String output, List<String> formats) {
    return new InvalidSettingException(
        FailureReason.FORMAT_NOT_TOLD, found.formatted(output), formats);
  }

  private static String fileName(String output) {
    try {
      Path name = Path.of(output).getFileName();
      return name == null ? "" : name.toString();
    } catch (InvalidPathException notAPath) {
      return output;
    }
  }

  /**
   * Makes sure that the output will be what its name promises. Standard output promises nothing,
   * nor does what stands behind a scheme, and what a plugin's sink of its own kind makes of its
   * output is its own affair.
   *
   * @param options the values of the format's options; empty where they could not be read
   * @throws InvalidSettingException with a sentence for the user, when it will not
   */
  public void requirePromiseKept(
      SinkRegistry registry, Optional<SinkOptions> options, String output) {
    boolean isOfItsOwnKind =
        kind() == TargetKind.EXTERNAL && !(sink.builtIn() && isNamedFile(output));
    if (!output.equals(STANDARD_OUTPUT) && !isOfItsOwnKind) {
      new NamePromise(fileName(output), registry).requireKept(sink, options);
    }
  }

  private boolean isNamedFile(String output) {
    return !sink.provider().fileExtensions().isEmpty() && fileNamedBy(output).equals(output);
  }

  /**
   * Makes sure that the name of a report promises nothing but JSON.
   *
   * @throws InvalidSettingException with a sentence for the user, when it does
   */
  public static void requireNameOfReport(SinkRegistry registry, String report) {
    NamePromise promise = new NamePromise(fileName(report), registry);
    if (promise.isGiven() && !registry.find("json").filter(promise::isKeptBy).isPresent()) {
      throw new InvalidSettingException(
          FailureReason.NAME_FITS_NO_REPORT,
          "The name \"%s\" promises %s, but a report is plain JSON."
              .formatted(report, promise.description()));
    }
  }

  /**
   * The name of the file that an output may be: of an address that chose the format what stands
   * behind its scheme, else the output itself.
   */
  public String fileNamedBy(String output) {
    boolean isBehindScheme =
        !sink.takesAddressesAlone()
            && AddressScheme.of(output)
                .filter(sink.provider().addressSchemes()::contains)
                .isPresent();
    return isBehindScheme ? AddressScheme.filePart(output) : output;
  }

  /** What the format writes to. */
  public TargetKind kind() {
    return sink.provider().targetKind();
  }
}
