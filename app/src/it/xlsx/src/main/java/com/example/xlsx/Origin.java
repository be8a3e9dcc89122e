package com.example.xlsx;

import dev.vidiexport.spi.Provenance;
import java.util.ArrayList;
import java.util.List;

/** What the properties of a workbook tell of where its rows came from. */
final class Origin {
  /** Lists of ids can be long, and the library takes 65,536 characters. */
  private static final int MOST_CHARACTERS = 10_000;

  private Origin() {}

  static String text(Provenance provenance) {
    List<String> lines = new ArrayList<>();
    provenance.request().forEach((name, value) -> lines.add(name + ": " + value));
    provenance.creationDate().ifPresent(date -> lines.add("creation_date: " + date));
    lines.add("vidiexport: " + provenance.programVersion());
    String text = String.join("\n", lines);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
