package dev.vidiexport.domain.export;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a key as YAML takes it, on one line and with nothing that a terminal would act on. */
final class YamlKey {
  /** What stands for itself: no word that means something else, and no sign of YAML's own. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?i:true|false|null|yes|no|on|off|y|n)$)[A-Za-z_][A-Za-z0-9_]*");

  private YamlKey() {}

  /** The key as it is, or in double quotes with escapes where it would not mean itself. */
  static String of(String key) {
    if (PLAIN.matcher(key).matches()) {
      return key;
    }
    StringBuilder quoted = new StringBuilder("\"");
    key.codePoints().forEach(codePoint -> append(codePoint, quoted));
    return quoted.append('"').toString();
  }

  private static void append(int codePoint, StringBuilder quoted) {
    if (codePoint == '"' || codePoint == '\\') {
      quoted.append('\\').appendCodePoint(codePoint);
    } else if (codePoint >= ' ' && codePoint <= '~') {
      quoted.appendCodePoint(codePoint);
    } else {
      quoted.append(String.format(Locale.ROOT, "\\U%08X", codePoint));
    }
  }
}
