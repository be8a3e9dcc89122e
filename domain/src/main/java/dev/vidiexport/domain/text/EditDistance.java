package dev.vidiexport.domain.text;

/**
 * Counts the typing errors between two words: a character left out, inserted or replaced, or two
 * neighbours swapped (the distance of optimal string alignment).
 */
final class EditDistance {
  private EditDistance() {}

  static int between(String left, String right) {
    int[] beforePrevious = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int changed = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int slips = previous[column - 1] + changed;
        slips = Math.min(slips, previous[column] + 1);
        slips = Math.min(slips, current[column - 1] + 1);
        if (areSwapped(left, row, right, column)) {
          slips = Math.min(slips, beforePrevious[column - 2] + 1);
        }
        current[column] = slips;
      }
      int[] oldest = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = oldest;
    }
    return previous[right.length()];
  }

  private static boolean areSwapped(String left, int row, String right, int column) {
    return row > 1
        && column > 1
        && left.charAt(row - 1) == right.charAt(column - 2)
        && left.charAt(row - 2) == right.charAt(column - 1);
  }
}
