package dev.vidiexport.sinks.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts and the style that stand in every page, from the resources of the program. */
final class PageParts {
  /** In this order: each may use what stands before it. */
  private static final List<String> SCRIPTS =
      List.of(
          "values.js",
          "palette.js",
          "tables.js",
          "drawing.js",
          "days.js",
          "heat.js",
          "places.js",
          "people.js",
          "attention.js",
          "page.js");

  private PageParts() {}

  /** The library that draws. */
  static String library() throws IOException {
    return read("echarts.js");
  }

  /** What the page does by itself. */
  static String script() throws IOException {
    StringBuilder joined = new StringBuilder("'use strict';\n");
    for (String name : SCRIPTS) {
      joined.append(read("page/" + name));
    }
    return joined.toString();
  }

  /** What the page looks like. */
  static String style() throws IOException {
    return read("page/page.css") + read("page/print.css");
  }

  private static String read(String name) throws IOException {
    try (InputStream stream = PageParts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("the resource " + name + " of the program is not there");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
