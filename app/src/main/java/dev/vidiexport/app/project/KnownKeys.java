package dev.vidiexport.app.project;

import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells of keys that are none, and which ones may have been meant. */
final class KnownKeys {
  /** What people call a token; the value is never looked at. */
  private static final Set<String> SECRETS =
      Set.of("token", "api_token", "apitoken", "password", "secret", "vidicenter_token");

  private final ProjectProblems problems;
  private final Set<String> meant = new HashSet<>();

  private KnownKeys(ProjectProblems problems) {
    this.problems = problems;
  }

  /** Tells of every key that is none of the known ones. */
  static KnownKeys check(
      String path, YamlValue.Mapping mapping, List<String> known, ProjectProblems problems) {
    KnownKeys keys = new KnownKeys(problems);
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              // That merge keys are refused has been told.
              if (!known.contains(key) && !key.equals("<<")) {
                keys.refuse(path, key, entry.line(), mapping, known);
              }
            });
    return keys;
  }

  /** Whether a key that is not there was probably meant by one that is misspelt. */
  boolean isMisspelt(String key) {
    return meant.contains(key);
  }

  private void refuse(
      String path, String key, int line, YamlValue.Mapping mapping, List<String> known) {
    if (SECRETS.contains(key.toLowerCase(Locale.ROOT))) {
      problems.add(
          line,
          "%s is refused, because no key takes a token. Put it into a file that only you can read, and name that with token_file, or set VIDICENTER_TOKEN."
              .formatted(QuotedText.of(key)));
      return;
    }
    Optional<String> nearest = SpellingSuggestion.nearest(key, known);
    nearest.filter(word -> !mapping.entries().containsKey(word)).ifPresent(meant::add);
    problems.add(
        line,
        "%s has no key %s.%s"
            .formatted(
                path,
                QuotedText.of(key),
                elsewhere(key)
                    .or(() -> nearest.map(SpellingSuggestion::asQuestion))
                    .orElse(" It takes: " + String.join(", ", known) + ".")));
  }

  private static Optional<String> elsewhere(String key) {
    if (FileKey.NAMES.contains(key)) {
      return Optional.of(" It belongs to the file itself, not indented.");
    }
    return ExportKey.NAMES.contains(key)
        ? Optional.of(" It belongs to an export, or to defaults.")
        : Optional.empty();
  }
}
