package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.TargetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a provider says of itself, asked once, and found to keep to the rules of the SPI. Immutable.
 *
 * @param format the name of the format
 * @param extensions the extensions that choose it
 * @param addressSchemes the schemes of addresses that choose it
 * @param targetKind what it writes to
 * @param options its options
 * @param takesNonFinite whether it takes numbers that are not finite
 * @param wantsNames whether it wants to know what places are called
 * @param sliceTables how it keeps histories, if it does
 */
record ProviderDescription(
    String format,
    Set<String> extensions,
    Set<String> addressSchemes,
    TargetKind targetKind,
    List<SinkOption> options,
    boolean takesNonFinite,
    boolean wantsNames,
    Optional<SliceTables> sliceTables) {
  private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9][a-z0-9.]*");

  /** One letter and a colon are a drive of Windows. */
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+");

  /** More than anybody would read of. */
  private static final int MOST_EXTENSIONS = 50;

  private static final int MOST_OPTIONS = 100;
  private static final int MOST_SCHEMES = 10;

  ProviderDescription {
    extensions = Collections.unmodifiableSet(extensions);
    addressSchemes = Collections.unmodifiableSet(addressSchemes);
    options = Collections.unmodifiableList(options);
  }

  /**
   * Asks a provider.
   *
   * @throws UnusablePluginException when it fails to answer, or breaks a rule
   */
  static ProviderDescription of(SinkProvider provider) throws UnusablePluginException {
    int version = answer("version of the interfaces", provider::spiVersion);
    if (version != SinkProvider.SPI_VERSION) {
      throw new UnusablePluginException(
          "it was made for version %s of the sink interfaces, but this is version %s"
              .formatted(version, SinkProvider.SPI_VERSION));
    }
    ProviderDescription description =
        new ProviderDescription(
            answer("format", provider::format),
            copyOf("extensions", provider::fileExtensions, LinkedHashSet::new),
            copyOf("schemes", provider::addressSchemes, LinkedHashSet::new),
            answer("target", provider::targetKind),
            copyOf("options", provider::options, ArrayList::new),
            answer("word on numbers that are not finite", provider::takesNonFinite),
            answer("word on the names of places", provider::wantsNames),
            answer("word on histories", provider::sliceTables));
    description.requireRules();
    return description;
  }

  // Whatever a plugin throws is its own affair, and must not keep the others from working.
  @SuppressWarnings("ConstantValue") // A plugin can return null all the same.
  private static <T> T answer(String what, Callable<T> question) throws UnusablePluginException {
    T answer;
    try {
      answer = question.call();
    } catch (Throwable failed) {
      throw new UnusablePluginException(
          "asked for its %s, %s".formatted(what, PluginFailureReason.of(failed)), failed);
    }
    if (answer == null) {
      throw new UnusablePluginException("it gives no answer for its " + what);
    }
    return answer;
  }

  /** What is a collection is a plugin's own class, and may fail or change, too. */
  private static <T, C extends Collection<T>> C copyOf(
      String what, Callable<? extends C> question, Function<C, C> copy)
      throws UnusablePluginException {
    C own = answer(what, question::call);
    C copied = answer(what, () -> copy.apply(own));
    if (copied.stream().anyMatch(Objects::isNull)) {
      throw new UnusablePluginException("one of its %s is null".formatted(what));
    }
    return copied;
  }

  private void requireRules() throws UnusablePluginException {
    if (!FORMAT.matcher(format).matches()) {
      throw new UnusablePluginException(
          "its format must be lower-case letters, digits and hyphens and begin with a letter, but"
              + " is "
              + QuotedText.of(format));
    }
    requireFew("extensions", extensions, MOST_EXTENSIONS);
    requireFew("options", options, MOST_OPTIONS);
    for (String extension : extensions) {
      if (!EXTENSION.matcher(extension).matches()) {
        throw new UnusablePluginException(
            "its extensions must be lower-case letters, digits and dots without a dot before them,"
                + " but one is "
                + QuotedText.of(extension));
      }
    }
    requireFew("schemes", addressSchemes, MOST_SCHEMES);
    for (String scheme : addressSchemes) {
      if (!SCHEME.matcher(scheme).matches()) {
        throw new UnusablePluginException(
            "its schemes must be two or more lower-case letters, digits, plus signs, hyphens and"
                + " dots and begin with a letter, but one is "
                + QuotedText.of(scheme));
      }
    }
    if (targetKind != TargetKind.EXTERNAL && !addressSchemes.isEmpty()) {
      throw new UnusablePluginException(
          "it has schemes of addresses, but writes to files that the program names");
    }
    if (sliceTables.isPresent() && addressSchemes.isEmpty()) {
      throw new UnusablePluginException(
          "it keeps histories, but has no schemes of addresses that could name their database");
    }
    Set<String> names = new HashSet<>();
    for (SinkOption option : options) {
      if (!names.add(option.name())) {
        throw new UnusablePluginException(
            "two of its options have the name %s".formatted(option.name()));
      }
    }
  }

  private static void requireFew(String what, Collection<?> answers, int most)
      throws UnusablePluginException {
    if (answers.size() > most) {
      throw new UnusablePluginException("it has more than %s %s".formatted(most, what));
    }
  }
}
