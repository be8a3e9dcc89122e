package dev.vidiexport.app.project;

import java.util.Arrays;
import java.util.List;

/** The keys of the file itself. */
enum FileKey {
  TARGET("target", "the folder of the history, or the address of a database"),
  LEDGER("ledger", "the file of the ledger, which a history in a database needs"),
  BASE_URL("base_url", "an address such as https://vidicenter.quividi.com/"),
  USERNAME("username", "your user name at VidiCenter"),
  TOKEN_FILE("token_file", "the name of a file that holds the token"),
  DEFAULTS("defaults", "keys that all exports have unless they say otherwise"),
  EXPORTS("exports", "exports by their names");

  static final List<String> NAMES = Arrays.stream(values()).map(FileKey::key).toList();

  private final String key;
  private final String expected;

  FileKey(String key, String expected) {
    this.key = key;
    this.expected = expected;
  }

  String key() {
    return key;
  }

  /** What it takes, as a part of a sentence. */
  String expected() {
    return expected;
  }
}
