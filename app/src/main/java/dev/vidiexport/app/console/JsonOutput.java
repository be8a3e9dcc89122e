package dev.vidiexport.app.console;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;

/** Writes what {@code --json} and {@code --report} print. */
public final class JsonOutput {
  private static final JsonAdapter<Object> ADAPTER =
      new Moshi.Builder().build().adapter(Object.class).serializeNulls().indent("  ");

  private JsonOutput() {}

  /** JSON of maps, lists, texts, numbers, truth values and nulls, without a line end behind it. */
  public static String of(Object value) {
    return ADAPTER.toJson(value);
  }
}
