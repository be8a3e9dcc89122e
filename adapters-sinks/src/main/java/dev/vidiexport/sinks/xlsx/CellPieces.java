package dev.vidiexport.sinks.xlsx;

import java.util.ArrayList;
import java.util.List;

/** Texts in pieces that fit into cells each, cut behind a comma where there is one. */
final class CellPieces {
  private CellPieces() {}

  /** At least one piece; put together again they are the text. */
  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > SheetLimits.MOST_CHARACTERS) {
      int end = end(text, from);
      pieces.add(text.substring(from, end));
      from = end;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int end(String text, int from) {
    int most = from + SheetLimits.MOST_CHARACTERS;
    int behindComma = text.lastIndexOf(',', most - 1) + 1;
    if (behindComma > from) {
      return behindComma;
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
