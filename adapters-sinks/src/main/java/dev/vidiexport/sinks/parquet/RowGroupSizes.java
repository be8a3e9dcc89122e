package dev.vidiexport.sinks.parquet;

/**
 * How the bytes of a row group are shared among its columns, so that it stays within its bound
 * however many columns there are. Immutable.
 *
 * @param pagesBytes when this much of pages is held, the row group is written
 * @param dictionaryBytes what one column's dictionary takes at most, besides the pages; 0 when a
 *     dictionary would be too small to help
 */
record RowGroupSizes(long pagesBytes, int dictionaryBytes) {
  private static final int PARTS_OF_ROW_GROUP = 16;
  private static final int DICTIONARIES_SHARE = 8;
  private static final long LEAST_DICTIONARY_BYTES = 1024;
  private static final long MOST_DICTIONARY_BYTES = 256 * 1024;

  /**
   * Shares a row group.
   *
   * @param rowGroupBytes its bound
   * @param columns how many columns it has
   */
  static RowGroupSizes of(long rowGroupBytes, int columns) {
    long share = Math.min(MOST_DICTIONARY_BYTES, rowGroupBytes / DICTIONARIES_SHARE / columns);
    long dictionaryBytes = share < LEAST_DICTIONARY_BYTES ? 0 : share;
    return new RowGroupSizes(rowGroupBytes - columns * dictionaryBytes, (int) dictionaryBytes);
  }

  /** A small part of a row group: after each, the size of what is held is checked. */
  long partBytes() {
    return pagesBytes / PARTS_OF_ROW_GROUP;
  }
}
